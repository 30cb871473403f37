import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { company, job, jobEvent, jobMessage, jobPlace, jobReplaced, jobVersion, role } from '@/drizzle/schema'
import { changeQuery } from '../cache/record-change'
import { isFreeMail } from '../companies/domain'
import { write } from '../companies/mutations'
import type { Values } from '../forms'
import { slugify } from '../roles/normalise'
import { type Content, parseContent } from './content'
import { type Actor, isWritable, type JobAction, type JobState, mayTransit, TRANSITIONS } from './lifecycle'
import { loadRules } from './load-rules'
import { mailTransition } from './mails'
import { roleContext } from './page'
import { risksOf } from './risks'
import { blockingErrors, checkPosting } from './rules'
import { formatPay, formatWhere } from './words'

type Tx = Parameters<Parameters<typeof write>[0]>[0]
type Job = typeof job.$inferSelect

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
 * Saves what is being written.
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
    if (!found || !isWritable(found.state)) return { kind: 'closed' }
    const at = and(eq(jobVersion.jobId, own.id), eq(jobVersion.number, found.version))
    const [current] = await tx.select().from(jobVersion).where(at)
    if (!current) return { kind: 'closed' }
    if (current.edition !== edition) return { kind: 'elsewhere', edition: current.edition }
    if (over) {
      const { content, savedBy, savedAt } = current
      await tx.insert(jobReplaced).values({ jobId: own.id, content, savedBy, savedAt })
    }
    await tx
      .update(jobVersion)
      .set({ content: values, edition: edition + 1, savedBy: own.userId, savedAt: sql`store_now()` as never })
      .where(at)
    await tx
      .update(job)
      .set({ title: String(values.title ?? '').slice(0, 120), changedAt: sql`store_now()` as never })
      .where(eq(job.id, own.id))
    return { kind: 'saved', edition: edition + 1 }
  })
}

async function lock(tx: Tx, where: ReturnType<typeof and>): Promise<Job | undefined> {
  const [found] = await tx.select().from(job).where(where).for('update')
  return found
}

export type Move = {
  id: string
  /** The company that a recruiter acts for. */
  companyId?: string
  action: JobAction
  by: Actor
  userId?: string
  reason?: string
  note?: string
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
    if (!found || !mayTransit(move.action, found.state, move.by)) return { kind: 'refused' }
    const to: JobState = TRANSITIONS[move.action].to
    const changes = await changesFor(tx, found, move.action)
    if ('errors' in changes) return { kind: 'refused', errors: changes.errors }
    await tx
      .update(job)
      .set({ ...changes.set, state: to, changedAt: sql`store_now()` as never })
      .where(eq(job.id, found.id))
    await tx.insert(jobEvent).values({
      jobId: found.id,
      userId: move.userId ?? null,
      action: move.action,
      from: found.state,
      to,
      reason: move.reason ?? null,
      note: move.note ?? null,
      version: found.version,
    })
    if (move.note && move.by === 'reviewer') {
      await tx
        .insert(jobMessage)
        .values({ jobId: found.id, userId: move.userId ?? null, side: 'reviewer', text: move.note })
    }
    await mailTransition(tx, { ...found, ...(changes.set.slug ? { slug: changes.set.slug } : {}) }, move)
    await tell(tx, found.id, to === 'removed')
    return { kind: 'done', state: to }
  })
}

type Changes = { set: Partial<typeof job.$inferInsert> } | { errors: Record<string, string> }

/** What else changes with a state. Going live reads the posting once more: nothing incomplete can be shown. */
async function changesFor(tx: Tx, found: Job, action: JobAction): Promise<Changes> {
  const now = sql`store_now()` as never
  if (action === 'fill' || action === 'expire') return { set: { endedAt: now } }
  if (action === 'resume') {
    const [late] = await tx.execute<{ late: boolean }>(
      sql`select valid_through <= store_now() as late from job where id = ${found.id}`,
    )
    return late?.late ? { errors: { form: 'Its last day has passed.' } } : { set: {} }
  }
  if (action !== 'submit' && action !== 'publish') return { set: {} }
  const [row] = await tx
    .select({
      values: jobVersion.content,
      today: sql<string>`to_char(store_now() at time zone ${company.timeZone}, 'YYYY-MM-DD')`,
      zone: company.timeZone,
    })
    .from(jobVersion)
    .innerJoin(company, eq(company.id, found.companyId))
    .where(and(eq(jobVersion.jobId, found.id), eq(jobVersion.number, found.version)))
  const parsed = parseContent((row?.values ?? {}) as Values, row?.today ?? '')
  if (!parsed.content || !row) return { errors: parsed.errors ?? { form: 'The posting is gone.' } }
  const { content } = parsed
  const [known] = await tx.select({ id: role.id }).from(role).where(eq(role.slug, content.roleSlug))
  if (!known) return { errors: { role: 'Choose the role this job belongs to.' } }
  const unlawful = blockingErrors(checkPosting(content, loadRules(), row.today))
  if (Object.keys(unlawful).length > 0) return { errors: unlawful }
  if (action === 'submit') {
    const risks = await findRisks(tx, found, content)
    return { set: { title: content.title, roleId: known.id, submittedAt: now, risks } }
  }
  await tx.delete(jobPlace).where(eq(jobPlace.jobId, found.id))
  await tx.insert(jobPlace).values(content.places.map((place, n) => ({ jobId: found.id, n, ...place })))
  const slug =
    found.shownVersion === null
      ? `${slugify(content.title).slice(0, 60).replace(/-$/, '') || 'job'}-${randomBytes(5).toString('hex')}`
      : found.slug
  return {
    set: {
      slug,
      title: content.title,
      roleId: known.id,
      workplace: content.workplace,
      payText: formatPay(content),
      placeText: formatWhere(content),
      shownVersion: found.version,
      datePosted: now,
      validThrough:
        sql`((${content.validThrough}::date + 1)::timestamp at time zone ${row.zone}) - interval '1 second'` as never,
    },
  }
}

async function findRisks(tx: Tx, found: Job, content: Content): Promise<string[]> {
  const [about] = await tx.execute<{ first: boolean; verified: boolean; email: string | null; repeated: boolean }>(sql`
    select not exists (select from job o where o.company_id = ${found.companyId} and o.shown_version is not null) as first,
      (select verified_domain is not null from company where id = ${found.companyId}) as verified,
      (select email from "user" where id = ${found.createdBy}) as email,
      exists (select from job_version v where v.job_id <> ${found.id} and v.content->>'description' = ${content.description}) as repeated`)
  const context = await roleContext(content)
  return risksOf(content, {
    firstJob: about?.first ?? true,
    verified: about?.verified ?? false,
    freeMail: about?.email ? isFreeMail(about.email) : false,
    repeated: about?.repeated ?? false,
    pay: context?.pay,
  })
}

/** Marks every page that shows the posting. */
async function tell(tx: Tx, id: string, expire: boolean): Promise<void> {
  const [at] = await tx
    .select({ slug: job.slug, role: role.slug, company: company.slug, companyId: company.id })
    .from(job)
    .innerJoin(company, eq(company.id, job.companyId))
    .innerJoin(role, eq(role.id, job.roleId))
    .where(eq(job.id, id))
  if (!at) return
  const tags = [`job:${at.slug}`, `jobs:${at.role}`, `company:${at.companyId}`]
  const paths = [`/jobs/${at.slug}`, `/roles/${at.role}`, `/companies/${at.company}`]
  await tx.execute(changeQuery({ tags, paths, expire }))
}

/** Adds to the thread of reviewer and employer. */
export function addMessage(id: string, userId: string, side: 'employer' | 'reviewer', text: string): Promise<void> {
  return write(async (tx) => {
    await tx.insert(jobMessage).values({ jobId: id, userId, side, text })
  })
}
