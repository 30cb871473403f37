import 'server-only'
import { aliasedTable, eq, sql } from 'drizzle-orm'
import { ledger, release, role } from '@/drizzle/schema'
import type { Tx } from '../companies/mutations'
import { prepareRead } from '../db'

const occupation = aliasedTable(role, 'occupation')
const PAY = ['pay.annual.p10', 'pay.annual.median', 'pay.annual.p90']

/** @param db the pool, or a transaction: what holds a lock may not wait for another connection */
const roleQuery = (db: Pick<Tx, 'select'>) =>
  db
    .select({
      role: { id: role.id, slug: role.slug, singular: role.singular, code: role.code, name: role.name },
      occupation: occupation.plural,
      measure: ledger.measure,
      value: ledger.value,
      release: release.key,
      label: release.label,
    })
    .from(role)
    .innerJoin(occupation, sql`${occupation.id} = coalesce(${role.occupationId}, ${role.id})`)
    .leftJoin(
      ledger,
      sql`${ledger.roleId} = ${occupation.id} and ${ledger.placeCode} = 'US' and ${ledger.industryCode} = '' and ${ledger.specialty} = ''
        and ${ledger.item} = '' and ${ledger.measure} = any(${`{${PAY.join(',')}}`}::text[])
        and exists (select from release l where l.id = ${ledger.releaseId} and l.status = 'current')`,
    )
    .leftJoin(release, eq(release.id, ledger.releaseId))
    .where(eq(role.slug, sql.placeholder('slug')))
    .prepare('role_of_job')

const readRole = prepareRead(roleQuery)

/**
 * A posting's role with the published yearly pay of its occupation, in one read; undefined where there is no such role.
 * @returns `pay` has the 10th, 50th and 90th percentile as far as they are published, each with its release
 */
export async function getRoleOfJob(slug: string, tx?: Tx) {
  const rows = await (tx ? roleQuery(tx).execute({ slug }) : readRole({ slug }))
  const [first] = rows
  return first && { role: first.role, occupation: first.occupation, pay: rows }
}
