import 'server-only'
import { sql } from 'drizzle-orm'
import { changeQuery } from '../cache/record-change'
import { createCompany, write } from '../companies/mutations'
import { getDb } from '../db'
import type { Values } from '../forms'
import { listRoles } from '../roles/queries'
import { DEMO, DEMO_REVIEWER, type DemoCompany, type DemoJob } from './demo-jobs'
import type { Actor, JobAction, JobState } from './lifecycle'
import { addMessage } from './messages'
import { createJob, moveJob } from './mutations'
import { todayOf } from './own-queries'

type Step = { action: JobAction; by: Actor; reason?: string; note?: string }

const SUBMIT: Step = { action: 'submit', by: 'recruiter' }
const APPROVE: Step = { action: 'approve', by: 'reviewer' }
const LIVE: Step[] = [SUBMIT, APPROVE, { action: 'publish', by: 'recruiter' }]
const FILL: Step = { action: 'fill', by: 'recruiter' }

/** How a posting came to where it stands: what lies back, and what has been done today. */
const WAYS: Record<JobState, { before: Step[]; today: Step[] }> = {
  draft: { before: [], today: [] },
  submitted: { before: [SUBMIT], today: [] },
  'changes-requested': {
    before: [SUBMIT],
    today: [{ action: 'request-changes', by: 'reviewer', note: 'Please say which hours the desk is open.' }],
  },
  refused: { before: [SUBMIT], today: [{ action: 'refuse', by: 'reviewer', reason: 'no-vacancy' }] },
  approved: { before: [SUBMIT, APPROVE], today: [] },
  live: { before: LIVE, today: [] },
  paused: { before: LIVE, today: [{ action: 'pause', by: 'recruiter' }] },
  filled: { before: LIVE, today: [FILL] },
  expired: { before: LIVE, today: [{ action: 'expire', by: 'clock' }] },
  withdrawn: { before: [SUBMIT], today: [{ action: 'withdraw', by: 'recruiter' }] },
  removed: { before: LIVE, today: [{ action: 'remove', by: 'reviewer', reason: 'fee' }] },
  archived: { before: LIVE, today: [FILL, { action: 'archive', by: 'recruiter' }] },
}

/** Everybody of the demo. */
export const DEMO_PEOPLE: readonly string[] = [
  ...DEMO.flatMap(({ owner, recruiter }) => [owner, recruiter]),
  DEMO_REVIEWER,
]

const addressList = sql.join(
  DEMO_PEOPLE.map((email) => sql`${email}`),
  sql`, `,
)

/** A demo posting as its form would send it. @param today the store's day, `2026-11-24` */
function typed(job: DemoJob, roleSlug: string, today: string): Values {
  const [min, max, unit = 'YEAR', currency = 'USD'] = job.pay
  const ahead = job.left < 1 ? job.left + job.age : job.left
  return {
    title: job.title,
    role: job.role,
    roleSlug,
    description: job.about,
    responsibilities: job.tasks.join('\n'),
    needed: job.needed.join('\n'),
    nice: '',
    employmentType: [job.type ?? 'FULL_TIME'],
    workplace: job.workplace,
    places: job.places,
    payMin: String(min),
    payMax: String(max),
    payCurrency: currency,
    payUnit: unit,
    commission: '',
    benefits: 'Health insurance, a pension plan and four weeks of leave.',
    seniority: job.level ?? '',
    start: '',
    positions: '1',
    apply: 'https://example.com/apply',
    reference: '',
    validThrough: new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(0, 10),
    vacancy: 'open',
    screening: 'none',
  }
}

/** Puts what has been done with a posting back by its age; the last day too where that has passed. */
function backdate(id: string, { age, left }: DemoJob): Promise<void> {
  const by = sql`make_interval(days => ${age})`
  return write(async (tx) => {
    await tx.execute(sql`
      update job set created_at = created_at - ${by}, changed_at = changed_at - ${by}, submitted_at = submitted_at - ${by},
        date_posted = date_posted - ${by}, valid_through = valid_through - case when ${left < 1} then ${by} else interval '0' end
      where id = ${id}`)
    await tx.execute(sql`update job_event set at = at - ${by} where job_id = ${id}`)
    await tx.execute(sql`update job_version set saved_at = saved_at - ${by} where job_id = ${id}`)
  })
}

type People = Map<string, string>

async function makePeople(): Promise<People> {
  const people: People = new Map()
  for (const email of DEMO_PEOPLE) {
    const [row] = await getDb().execute<{ id: string }>(sql`
      insert into "user" (email, email_verified) values (${email}, store_now())
      on conflict (email) do update set email = excluded.email returning id`)
    if (row) people.set(email, row.id)
  }
  return people
}

async function addJob(job: DemoJob, to: { companyId: string; recruiter: string; reviewer: string; roleSlug: string }) {
  const id = await createJob(to.companyId, to.recruiter, typed(job, to.roleSlug, await todayOf(to.companyId, {})))
  const move = async (steps: Step[]) => {
    for (const step of steps) {
      const userId = { recruiter: to.recruiter, reviewer: to.reviewer, clock: undefined }[step.by]
      const moved = await moveJob({ id, ...step, ...(userId ? { userId } : {}) })
      if (moved.kind === 'refused') throw new Error(`${job.title}: ${step.action}: ${JSON.stringify(moved.errors)}`)
    }
  }
  const { before, today } = WAYS[job.state]
  await move(before)
  await backdate(id, job)
  await move(today)
  if (job.state === 'changes-requested')
    await write((tx) => addMessage(tx, id, to.recruiter, 'employer', 'From eight to five; we shall add it.'))
}

async function addCompany(company: DemoCompany, people: People, roleSlugs: Map<string, string>): Promise<void> {
  const [owner, recruiter, reviewer] = [company.owner, company.recruiter, DEMO_REVIEWER].map(
    (email) => people.get(email) ?? '',
  ) as [string, string, string]
  const slug = await createCompany({ id: owner, email: company.owner }, company.profile)
  const [made] = await getDb().execute<{ id: string }>(sql`
    update company set demo = true where slug = ${slug} returning id`)
  const companyId = made?.id ?? ''
  await getDb().execute(sql`
    insert into member (company_id, user_id, role) values (${companyId}, ${recruiter}, 'recruiter')`)
  for (const job of company.jobs) {
    const roleSlug = roleSlugs.get(job.role)
    if (!roleSlug) throw new Error(`No role is called ${job.role}.`)
    await addJob(job, { companyId, recruiter, reviewer, roleSlug })
  }
}

const whole = (name: string, jobs: number) => sql`
  exists (select from company c where c.demo and c.name = ${name} and (select count(*) from job j where j.company_id = c.id) >= ${jobs})`

/**
 * Adds the invented companies with their people and postings, made as the site makes them. What is there already stays
 * as it is; what was left half made is made anew. For the store's owner: what has happened is put back in time.
 * @returns how many companies were added
 */
export async function addDemo(): Promise<number> {
  const people = await makePeople()
  const roleSlugs = new Map((await listRoles()).map(({ singular, slug }) => [singular, slug]))
  let added = 0
  for (const company of DEMO) {
    const { name } = company.profile
    const [found] = await getDb().execute<{ whole: boolean }>(sql`select ${whole(name, company.jobs.length)} as whole`)
    if (found?.whole) continue
    await removeCompanies(sql`c.demo and c.name = ${name}`)
    await addCompany(company, people, roleSlugs)
    added += 1
  }
  if (added > 0) await write((tx) => tellOf(tx, sql`c.demo`, false))
  return added
}

type Tx = Parameters<Parameters<typeof write>[0]>[0]

/** Marks every page that shows a posting of these companies. */
async function tellOf(tx: Tx, which: ReturnType<typeof sql>, expire: boolean): Promise<number> {
  const rows = await tx.execute<{ id: string; company: string; job: string | null; role: string | null }>(sql`
    select c.id, c.slug as company, j.slug as job, r.slug as role from company c
    left join job j on j.company_id = c.id and j.shown_version is not null left join role r on r.id = j.role_id where ${which}`)
  const tags = rows.flatMap(({ id, job, role }) => [`company:${id}`, ...(job ? [`job:${job}`, `jobs:${role}`] : [])])
  const paths = rows.flatMap(({ company, job, role }) => [
    `/companies/${company}`,
    ...(job ? [`/jobs/${job}`, `/roles/${role}`] : []),
  ])
  if (rows.length > 0)
    await tx.execute(changeQuery({ tags: [...new Set(['companies', ...tags])], paths: [...new Set(paths)], expire }))
  return new Set(rows.map(({ id }) => id)).size
}

/** Takes companies away with all that is theirs. @returns how many */
function removeCompanies(which: ReturnType<typeof sql>): Promise<number> {
  return write(async (tx) => {
    const removed = await tellOf(tx, which, true)
    await tx.execute(sql`
      delete from count_daily where subject in (select j.id::text from job j join company c on c.id = j.company_id where ${which})`)
    await tx.execute(sql`delete from audit where company_id in (select c.id from company c where ${which})`)
    await tx.execute(sql`delete from company c where ${which}`)
    return removed
  })
}

/**
 * Takes every invented company away with its postings, and the people who belong to nothing else.
 * @returns how many companies were removed
 */
export async function removeDemo(): Promise<number> {
  const removed = await removeCompanies(sql`c.demo`)
  await write(async (tx) => {
    await tx.execute(sql`delete from reviewer where email in (${addressList})`)
    await tx.execute(sql`delete from verification_token where identifier in (${addressList})`)
    await tx.execute(sql`
      delete from "user" u where email in (${addressList}) and not exists (select from member m where m.user_id = u.id)`)
  })
  return removed
}
