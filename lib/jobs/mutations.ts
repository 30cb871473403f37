import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { company, job, jobEvent, jobMessage, jobReplaced, jobVersion } from '@/drizzle/schema'
import { type Tx, write } from '../companies/mutations'
import type { Values } from '../forms'
import { changesFor, type Job, type Move } from './changes'
import {
  isUnread,
  isWritable,
  type JobState,
  mayTransit,
  revisionOf,
  stateAfter,
  TRANSITIONS,
  type Transition,
} from './lifecycle'
import { mailTransition } from './mails'
import { readVersion } from './revisions'
import { tell } from './tell'

/**
 * Makes a draft with what was typed so far.
 * @param id chosen before, where asking twice must not make two
 * @returns its id
 * @throws when there is a posting with this id
 */
export function createJob(companyId: string, userId: string, values: Values, id?: string): Promise<string> {
  return write(async (tx) => {
    const slug = `draft-${randomBytes(8).toString('hex')}`
    const title = String(values.title ?? '').slice(0, 120)
    const [company_] = await tx.select({ demo: company.demo }).from(company).where(eq(company.id, companyId))
    const [made] = await tx
      .insert(job)
      .values({ ...(id ? { id } : {}), companyId, slug, title, createdBy: userId, demo: company_?.demo ?? false })
      .returning({ id: job.id })
    if (!made) throw new Error('The draft was not stored.')
    await tx.insert(jobVersion).values({ jobId: made.id, number: 1, content: values, savedBy: userId })
    return made.id
  })
}

export type Saved = { kind: 'saved'; edition: number } | { kind: 'elsewhere'; edition: number } | { kind: 'closed' }

/**
 * Saves what is being written. On a posting that readers see, the first save begins changes to it, which they do not
 * see; its last day stays.
 * @param edition the edition the form was opened with; another one in the store means that somebody else has saved
 *   since: then nothing is overwritten, and the newest edition is returned so that a second save replaces it knowingly
 * @param over whether this is that second save: what it replaces is kept beside
 */
export function saveJob(
  own: { companyId: string; id: string; userId: string },
  values: Values,
  edition: number,
  over: boolean,
): Promise<Saved> {
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
        .set({ title: String(values.title ?? '').slice(0, 120), changedAt: sql`store_now()` as never })
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

/** The same for a row that is locked already. */
async function transit(tx: Tx, found: Job, move: Move): Promise<Moved> {
  if (!mayTransit(move.action, found.state, move.by, revisionOf(found), isUnread(found))) return { kind: 'refused' }
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
  if (move.note && move.by === 'reviewer') {
    await tx
      .insert(jobMessage)
      .values({ jobId: found.id, userId: move.userId ?? null, side: 'reviewer', text: move.note })
  }
  await mailTransition(tx, { ...found, ...(set.slug ? { slug: set.slug } : {}) }, move)
  if (!unseen) await tell(tx, found.id, [found.roleId, set.roleId ?? null], to === 'removed')
  return { kind: 'done', state: to }
}

/** Adds to the thread of reviewer and employer. */
export function addMessage(id: string, userId: string, side: 'employer' | 'reviewer', text: string): Promise<void> {
  return write(async (tx) => {
    await tx.insert(jobMessage).values({ jobId: id, userId, side, text })
  })
}
