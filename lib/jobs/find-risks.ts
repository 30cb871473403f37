import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { job } from '@/drizzle/schema'
import { hasApproved } from '../companies/approved'
import { mailKind } from '../companies/domain'
import { type Tx, write } from '../companies/mutations'
import { brandsNear } from '../signs/brands'
import { type Sign, signsIn } from '../signs/signs'
import { roleContext } from './page'
import type { Posting } from './posting'
import { risksOf, textsOf } from './risks'

type Job = typeof job.$inferSelect

/** What a reviewer must look at in the texts of one or more postings of a company, each by itself. */
export async function findSigns(tx: Tx, companyId: string, postings: readonly Posting[]): Promise<Sign[][]> {
  const texts = postings.map(textsOf)
  const brands = await brandsNear(tx, companyId, texts.flat())
  return texts.map((of) => signsIn(of, brands))
}

/** The same of one posting, by itself, for whoever reads it: each sentence once. */
export async function findSignsOf(companyId: string, posting: Posting): Promise<Sign[]> {
  const [signs = []] = await write((tx) => findSigns(tx, companyId, [posting]))
  return signs.filter(({ risk, words }, n) => signs.findIndex((one) => one.risk === risk && one.words === words) === n)
}

/** Whether a company carries a name or the domain of another. */
async function namesAnother(tx: Tx, companyId: string, { name, site }: { name: string; site: string | null }) {
  const texts = [name, site ?? '']
  return signsIn(texts, await brandsNear(tx, companyId, texts)).some(({ risk }) => risk === 'brand')
}

/** Why a reviewer should look closely at what a posting says. */
export async function findRisks(tx: Tx, found: Job, content: Posting): Promise<string[]> {
  const about = sql`
    select ${hasApproved(sql`c.id`)} as approved, verified_domain is not null as verified, name, site,
      (select email from "user" where id = ${found.createdBy}) as email,
      exists (select from job_version v where v.job_id <> ${found.id} and md5(v.content->>'description') = md5(${content.description})) as repeated
    from company c where id = ${found.companyId}`
  type Row = {
    approved: boolean
    verified: boolean
    email: string | null
    repeated: boolean
    name: string
    site: string | null
  }
  const [row] = await tx.execute<Row>(about satisfies SQL)
  const context = await roleContext(content, content.roleSlug, tx)
  const [signs = []] = await findSigns(tx, found.companyId, [content])
  if (row && (await namesAnother(tx, found.companyId, row))) signs.push({ risk: 'brand', words: row.name })
  return risksOf({
    firstJob: !row?.approved,
    verified: row?.verified ?? false,
    mail: row?.email ? mailKind(row.email) : 'own',
    repeated: row?.repeated ?? false,
    pay: context?.pay,
    signs,
  })
}
