import 'server-only'
import { readSql } from '../db'
import { env } from '../env'

export type DayCount = { day: string; views: number; applies: number }

/** Whether visits are counted here at all. */
export const isCounted = !env.SHARED_CACHE

/** Each of the last days (UTC, by the store's clock) with a job's views and apply clicks, the oldest first. */
export const listJobDays = (jobId: string, days: number): Promise<DayCount[]> =>
  readSql<DayCount>(
    `select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(v.n, 0)::int as views, coalesce(a.n, 0)::int as applies
     from (select (store_now() at time zone 'UTC')::date - i as day from generate_series($2::int - 1, 0, -1) as i) d
     left join count_daily v on v.subject = $1 and v.kind = 'job-view' and v.day = d.day
     left join count_daily a on a.subject = $1 and a.kind = 'job-apply' and a.day = d.day
     order by d.day`,
    [jobId, days],
  )
