import { typedPosting } from '@/bin/testing/posting'
import type { openSql } from './people'

/** A posting as its form sends it, with all that can be filled in. */
export const typedJob = (changes: Record<string, string | string[]> = {}): Record<string, string | string[]> =>
  typedPosting({
    responsibilities: 'Price the risk of night freight\nExplain it to the board',
    needed: 'Two years of pricing',
    seniority: 'middle',
    reference: 'N-1',
    vacancy: 'open',
    screening: 'none',
    ...changes,
  })

type Made = {
  state?: string
  title?: string
  values?: Record<string, string | string[]>
  roleSlug?: string
  /** The id of who made it, and gets the mails. */
  by?: string
  /** Days until its end. */
  days?: number
}

/** Puts a posting into the store, in any state, and tells the pages of its role. @returns its id and slug */
export async function putJob(sql: ReturnType<typeof openSql>, company: string, made: Made) {
  const { state = 'live', title = 'Night actuary', days = 20 } = made
  const values = typedJob({ title, ...made.values })
  const slug = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${Math.random().toString(16).slice(2, 12)}`
  const shown = ['live', 'paused', 'filled', 'expired'].includes(state)
  const [job] = await sql`
    insert into job (company_id, slug, title, state, role_id, shown_version, date_posted, valid_through, pay_text, place_text,
      workplace, submitted_at, created_by)
    select c.id, ${slug}, ${title}, ${state}::job_state, r.id, ${shown ? 1 : null}, store_now(), store_now() + make_interval(days => ${days}),
      '$98,000 – $124,000 a year', 'Denver, Colorado · hybrid', 'hybrid', store_now(), ${made.by ?? null}
    from company c, role r where c.slug = ${company} and r.slug = ${made.roleSlug ?? 'actuary'} returning id`
  await sql`insert into job_version (job_id, number, content) values (${job?.id}, 1, ${sql.json(values)})`
  await sql`insert into job_place (job_id, n, country, region, town) values (${job?.id}, 0, 'US', 'CO', 'Denver')`
  if (shown) await sql`select record_change(${[`jobs:${made.roleSlug ?? 'actuary'}`]}::text[])`
  return { id: String(job?.id), slug }
}
