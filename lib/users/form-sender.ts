import 'server-only'
import { type FormState, failed, STORE_AWAY, type Values } from '../forms'
import { Refused } from '../limits/refused'
import { getViewer, type Viewer } from './viewer'

const SIGNED_OUT =
  'You have been signed out. What you typed is still here: sign in again in another tab, then send this once more.'

/** The framework leads to other pages, and says “not found”, by throwing. */
const isControlFlow = (error: unknown) => /^NEXT_/.test(String((error as { digest?: unknown })?.digest ?? ''))

/**
 * What a form is answered when its work has thrown: why it was refused, or that the store is away. It comes back as sent.
 * @throws what is no failure: the way to another page
 */
export function answerTo(error: unknown, values: Values): { answer: FormState } {
  if (isControlFlow(error)) throw error
  return {
    answer: error instanceof Refused ? failed(values, error.errors, error.message) : failed(values, {}, STORE_AWAY),
  }
}

/** Who sends a form, or the answer to nobody: the form as it was sent, and why. @param values what was typed */
export async function viewerFor(
  values: Values,
): Promise<{ viewer: Viewer; answer?: undefined } | { answer: FormState }> {
  try {
    const viewer = await getViewer()
    return viewer ? { viewer } : { answer: failed(values, {}, SIGNED_OUT) }
  } catch (error) {
    return answerTo(error, values)
  }
}
