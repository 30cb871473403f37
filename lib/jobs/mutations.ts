import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { company, job, jobEvent, jobReplaced, jobVersion } from '@/drizzle/schema'
import { type Tx, write } from '../companies/mutations'
import type { Values } from '../forms'
import { countDraft, countSubmission } from '../limits/quotas'
import { Refused } from '../limits/refused'
import { changesFor, type Job, type Move } from './changes'
import { refuseLongPosting } from './lengths'
import {
  isUnread,
  isWritable,
  type JobAction,
  type JobState,
  mayTransit,
  revisionOf,
  stateAfter,
  TRANSITIONS,
  type Transition,
} from './lifecycle'
import { mailTransition } from './mails'
import { addMessage, markAnswered } from './messages'
import { readVersion } from './revisions'
import { tell } from './tell'

/**
 * Makes a draft with what was typed so far.
 * @param id chosen before, so that asking twice does not make two
 * @returns false when there is a posting with this id
 * @throws Refused when something is too long, or the company has begun as many as it may
 */
export async function beginDraft(companyId: string, userId: string, values: Values, id: string): Promise<boolean> {
  refuseLongPosting(values)
  return write(async (tx) => {
    const slug = `draft-${randomBytes(8).toString('hex')}`
    const title = String(values.title ?? '')
    await countDraft(tx, companyId)
    const [company_] = await tx.select({ demo: company.demo }).from(company).where(eq(company.id, companyId))
    const [made] = await tx
      .insert(job)
      .values({ id, companyId, slug, title, createdBy: userId, demo: company_?.demo ?? false })
      .onConflictDoNothing({ target: job.id })
      .returning({ id: job.id })
    if (made) await tx.insert(jobVersion).values({ jobId: id, number: 1, content: values, savedBy: userId })
    return made !== undefined
  })
}

/** Makes a draft with what was typed so far. @returns its id @throws Refused as `beginDraft` does */
export async function createJob(companyId: string, userId: string, values: Values): Promise<string> {
  const id = randomUUID()
  await beginDraft(companyId, userId, values, id)
  return id
}

export type Saved = { kind: 'saved'; edition: number } | { kind: 'elsewhere'; edition: number } | { kind: 'closed' }

/**
 * Saves what is being written. On a posting that readers see, the first save begins changes to it, which they do not
 * see; its last day stays.
 * @param edition the edition the form was opened with; another one in the store means that somebody else has saved
 *   since: then nothing is overwritten, and the newest edition is returned so that a second save replaces it knowingly
 * @param over whether this is that second save: what it replaces is kept beside
 * @throws Refused when something is too long
 */
export async function saveJob(
  own: { companyId: string; id: string; userId: string },
  values: Values,
  edition: number,
  over: boolean,
): Promise<Saved> {
  refuseLongPosting(values)
  return write(async (tx): Promise<Saved> => {
    const found = await lock(tx, and(eq(job.id, own.id), eq(job.companyId, own.companyId)))
    if (!found || !isWritable(found)) return { kind: 'closed' }
    const current = await readVersion(tx, own.id, found.version)
    if (!current) return { kind: 'closed' }
    if (current.edition !== edition) return { kind: 'elsewhere', edition: current.edition }
    const at = current.number === found.shownVersion ? await beginChanges(tx, found, own.userId) : current
    if (!at) return { kind: 'closed' }
    if (over && at === current) {
      const { content, savedBy, savedAt } = current
      await tx.insert(jobReplaced).values({ jobId: own.id, content, savedBy, savedAt })
    }
    const shown = found.shownVersion !== null
    const lastDay = shown ? { validThrough: (current.content as Values).validThrough ?? '' } : {}
    const saved = { content: { ...values, ...lastDay }, reading: null, edition: at.edition + 1, savedBy: own.userId }
    await tx
      .update(jobVersion)
      .set({ ...saved, savedAt: sql`store_now()` as never })
      .where(and(eq(jobVersion.jobId, own.id), eq(jobVersion.number, at.number)))
    if (!shown)
      await tx
        .update(job)
        .set({ title: String(values.title ?? ''), changedAt: sql`store_now()` as never })
        .where(eq(job.id, own.id))
    return { kind: 'saved', edition: at.edition + 1 }
  })
}

/** Makes the version that changes to a shown posting are written on; undefined where there can be none any more. */
async function beginChanges(tx: Tx, found: Job, userId: string) {
  const begun = await transit(tx, found, { id: found.id, action: 'revise', by: 'recruiter', userId })
  const [now] = await tx.select({ version: job.version }).from(job).where(eq(job.id, found.id))
  return begun.kind === 'done' && now ? readVersion(tx, found.id, now.version) : undefined
}

async function lock(tx: Tx, where: ReturnType<typeof and>): Promise<Job | undefined> {
  const [found] = await tx.select().from(job).where(where).for('update')
  return found
}

export type Moved = { kind: 'done'; state: JobState } | { kind: 'refused'; errors?: Record<string, string> }

/**
 * Takes a posting from one state to another: the one place where that happens. Of many at once exactly one succeeds.
 * @returns `refused` when the posting is not in a state that allows it, or cannot go live as it is
 */
export function moveJob(move: Move): Promise<Moved> {
  return write(async (tx): Promise<Moved> => {
    const own = move.companyId ? eq(job.companyId, move.companyId) : undefined
    const found = await lock(tx, and(eq(job.id, move.id), own))
    return found ? transit(tx, found, move) : { kind: 'refused' }
  })
}

/** Those that may lead to a reviewer. */
const SENDS: readonly JobAction[] = ['submit', 'submit-revision', 'show-revision']

/** Why something was refused. @throws what is another error */
function refusalIn(error: unknown): string {
  if (error instanceof Refused) return error.message
  throw error
}

/** The same for a row that is locked already. */
async function transit(tx: Tx, found: Job, move: Move): Promise<Moved> {
  if (!mayTransit(move.action, found.state, move.by, revisionOf(found), isUnread(found))) return { kind: 'refused' }
  if (SENDS.includes(move.action)) {
    const full = await countSubmission(tx, found.companyId).then(() => undefined, refusalIn)
    if (full) return { kind: 'refused', errors: { form: full } }
  }
  const changes = await changesFor(tx, found, move)
  if ('errors' in changes) return { kind: 'refused', errors: changes.errors }
  const { set, action = move.action, said } = changes
  const to = stateAfter(action, found.state)
  const { unseen }: Transition = TRANSITIONS[action]
  await tx
    .update(job)
    .set({ ...set, state: to, ...(unseen ? {} : { changedAt: sql`store_now()` as never }) })
    .where(eq(job.id, found.id))
  await tx.insert(jobEvent).values({
    jobId: found.id,
    userId: move.userId ?? null,
    action,
    from: found.state,
    to,
    reason: move.reason ?? null,
    note: move.note ?? said ?? null,
    version: action === 'revise' ? (set.version ?? null) : found.version,
  })
  if (move.by === 'reviewer') {
    await markAnswered(tx, found.id)
    if (move.note) await addMessage(tx, found.id, move.userId ?? null, 'reviewer', move.note)
  }
  await mailTransition(tx, { ...found, ...(set.slug ? { slug: set.slug } : {}) }, move)
  if (!unseen) await tell(tx, found.id, [found.roleId, set.roleId ?? null], to === 'removed')
  return { kind: 'done', state: to }
}
