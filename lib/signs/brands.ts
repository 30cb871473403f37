import 'server-only'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { parse } from 'yaml'
import * as z from 'zod'
import type { Tx } from '../companies/mutations'
import { fold, squeeze } from './fold'
import type { Brand } from './signs'

const schema = z.strictObject({
  brands: z.array(z.strictObject({ name: z.string().min(2), domain: z.string(), common: z.boolean().optional() })),
})

let kept: { at: number; brands: readonly Brand[] } | undefined

/**
 * The operator's list of names that impostors use, read again when the file has changed.
 * @throws Error naming the first thing wrong in it
 */
function loadBrands(): readonly Brand[] {
  const file = join(process.cwd(), 'data/brands.yaml')
  const at = statSync(file).mtimeMs
  if (kept?.at === at) return kept.brands
  const parsed = schema.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Error(`data/brands.yaml: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  kept = { at, brands: parsed.data.brands }
  return kept.brands
}

/** Letters that a company's name must have to count as a name in a text. */
const LEAST = 4

/**
 * Names and domains of others that may stand in some texts: those of the operator's list, and of companies that have
 * verified their domain here.
 * @param companyId whose texts they are: its own names are left out as far as its verified domain proves them
 */
export async function brandsNear(tx: Tx, companyId: string | null, texts: readonly string[]): Promise<Brand[]> {
  const text = texts.join('\n')
  const plain = `${fold(text)}\n${text.toLowerCase()}`
  const rows = await tx.execute<{ name: string; domain: string; own: boolean }>(sql`
    select name, verified_domain as domain, id = ${companyId}::uuid as own from company
    where verified_domain is not null and (id = ${companyId}::uuid or strpos(${plain}, verified_domain) > 0
      or (length(name) >= ${LEAST} and strpos(${plain}, lower(name)) > 0))`)
  const own = rows.find((row) => row.own)
  const isOwn = ({ name, domain }: Brand) =>
    own !== undefined && (domain === own.domain || squeeze(fold(name)) === squeeze(fold(own.name)))
  return [...loadBrands(), ...rows.filter((row) => !row.own)].filter((brand) => !isOwn(brand))
}
