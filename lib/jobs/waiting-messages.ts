import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { company, job, jobMessage } from '@/drizzle/schema'
import { prepareRead } from '../db'

const readWaiting = prepareRead((db) =>
  db
    .select({
      id: job.id,
      title: job.title,
      company: company.name,
      messages: sql<number>`count(*)::int`,
      since: sql<Date>`min(${jobMessage.at})`.mapWith(jobMessage.at),
    })
    .from(jobMessage)
    .innerJoin(job, eq(job.id, jobMessage.jobId))
    .innerJoin(company, eq(company.id, job.companyId))
    .where(sql`${jobMessage.side} = 'employer' and ${jobMessage.answeredAt} is null`)
    .groupBy(job.id, company.name)
    .orderBy(sql`min(${jobMessage.at})`)
    .limit(100)
    .prepare('waiting_messages'),
)

/** Postings whose employers have written and got no answer, the oldest first. */
export const listWaitingMessages = () => readWaiting({})

export type WaitingMessages = Awaited<ReturnType<typeof readWaiting>>[number]
