import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { job, jobMessage } from '@/drizzle/schema'
import { type Tx, write } from '../companies/mutations'
import { allow } from '../limits/allow'
import { Refused } from '../limits/refused'
import { oneLine } from '../mail/message'
import { MOST_MESSAGE } from './lengths'
import { mailCompany } from './mails'

type Side = 'employer' | 'reviewer'

/** What a message must be. @returns what is wrong with it */
export function checkMessage(text: string): string | undefined {
  if (text.trim() === '') return 'Write something first.'
  if (text.length > MOST_MESSAGE)
    return `At most ${MOST_MESSAGE.toLocaleString('en-US')} letters; this has ${text.length.toLocaleString('en-US')}.`
  return undefined
}

/** Notes that a reviewer has seen what the employer wrote: it leaves the queue. */
export async function markAnswered(tx: Tx, jobId: string): Promise<void> {
  await tx
    .update(jobMessage)
    .set({ answeredAt: sql`store_now()` as never })
    .where(and(eq(jobMessage.jobId, jobId), eq(jobMessage.side, 'employer'), isNull(jobMessage.answeredAt)))
}

/** Adds to the thread of reviewer and employer. What a reviewer writes answers what the employer wrote. */
export async function addMessage(
  tx: Tx,
  jobId: string,
  userId: string | null,
  side: Side,
  text: string,
): Promise<void> {
  await tx.insert(jobMessage).values({ jobId, userId, side, text })
  if (side === 'reviewer') await markAnswered(tx, jobId)
}

/** @throws Refused when the last message is the same: the button was pressed twice */
async function refuseAgain(tx: Tx, jobId: string, side: Side, text: string): Promise<void> {
  const [last] = await tx
    .select({ side: jobMessage.side, text: jobMessage.text })
    .from(jobMessage)
    .where(eq(jobMessage.jobId, jobId))
    .orderBy(desc(jobMessage.id))
    .limit(1)
  if (last?.side === side && last.text === text) throw new Refused('Already sent: it is the last message above.')
}

/** One message of a posting at a time. */
async function lockThread(tx: Tx, id: string) {
  const [found] = await tx.select().from(job).where(eq(job.id, id)).for('update')
  if (!found) throw new Refused('The posting is gone.')
  return found
}

/**
 * What an employer writes to the reviewers of this site; it waits in their queue.
 * @throws Refused when it is one too many, or was sent already
 */
export function writeToReviewers(by: { userId: string; companyId: string }, id: string, text: string): Promise<void> {
  return write(async (tx) => {
    await allow(tx, { way: 'message', by: by.userId, company: by.companyId })
    await lockThread(tx, id)
    await refuseAgain(tx, id, 'employer', text)
    await addMessage(tx, id, by.userId, 'employer', text)
  })
}

/** What a reviewer writes to the people of a company; they get it by mail. @throws Refused when it was sent already */
export function writeToEmployer(userId: string, id: string, text: string): Promise<void> {
  return write(async (tx) => {
    const found = await lockThread(tx, id)
    await refuseAgain(tx, id, 'reviewer', text)
    await addMessage(tx, id, userId, 'reviewer', text)
    const said = [`About “${oneLine(found.title)}”:`, text]
    await mailCompany(tx, found, 'A reviewer has written to you about your posting', said, '#thread')
  })
}

/** Takes the employer's messages out of the queue where there is nothing to answer. */
export const closeMessages = (id: string): Promise<void> => write((tx) => markAnswered(tx, id))
