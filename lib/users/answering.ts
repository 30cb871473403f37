import 'server-only'
import { headers } from 'next/headers'
import { getViewer } from './viewer'

/** Whether this page is the answer to a form that was sent without JavaScript. */
const isAnswer = async () => (await headers()).get('x-method') === 'POST'

/**
 * Whether this page is the answer to a form that was sent by nobody known: the session has ended, or the store is away.
 * Such a page shows the form as it was sent, and nothing of anybody's.
 */
export async function answersStranger(): Promise<boolean> {
  if (!(await isAnswer())) return false
  const viewer = await getViewer().catch(() => null)
  return viewer === null
}

/**
 * What a page needs of the store; undefined where that is away and the page answers a form, which then comes back as
 * it was sent.
 */
export async function unlessAway<T>(work: Promise<T>): Promise<T | undefined> {
  if (!(await isAnswer())) return work
  return work.catch(() => undefined)
}

/** The path and query of this page. */
export const addressOf = async (): Promise<string> => (await headers()).get('x-path') ?? '/'

/** The path and query of the page that is asked for; undefined for the answer to a form, which stays where it is. */
export async function pathAsked(): Promise<string | undefined> {
  return (await isAnswer()) ? undefined : ((await headers()).get('x-path') ?? undefined)
}
