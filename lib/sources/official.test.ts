import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '@/bin/steps.mjs'
import { makeFolder } from '@/bin/testing/fixtures'
import { importOfficialFiles } from '@/bin/testing/official-files'
import { createFilledStore, createStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import { exportDataset } from './dataset/export'

const official = process.env.OFFICIAL_FILES

/** Every shown table by its natural keys: numbers that a store gives out itself are left out. */
const TABLES: Record<string, string> = {
  release: `select key, source_key, label, period, method, note, partial, status, file_hash from release where source_key <> 'onet-tasks'`,
  role: `select r.code, r.slug, r.kind, r.name, r.singular, r.plural, r.article, r.family_code, o.code as of, r.match_grade, r.match_note, r.alternatives from role r left join role o on o.id = r.occupation_id`,
  alias: `select r.code, a.norm, a.name, a.kind, l.key from role_alias a join role r on r.id = a.role_id left join release l on l.id = a.release_id`,
  search: 'select norm from search_term',
  place: 'select * from place',
  industry: 'select * from industry',
  item: 'select * from item',
  family: 'select * from family',
  figure: `select r.code, l.key, measure, item, specialty, place_code, industry_code, state, value, text, rse, se, lower, upper, n, f.note, survey_group, group_size, derived_from, reference from figure f join role r on r.id = f.role_id join release l on l.id = f.release_id`,
  breakdown: `select r.code, l.key, (to_jsonb(b) - 'role_id' - 'release_id')::text as cells from pay_breakdown b join role r on r.id = b.role_id join release l on l.id = b.release_id`,
  technology: `select r.code, l.key, t.name, hot, in_demand from technology t join role r on r.id = t.role_id join release l on l.id = t.release_id`,
  related: `select r.code, o.code as other, l.key, rank from related_role t join role r on r.id = t.role_id join role o on o.id = t.related_role_id join release l on l.id = t.release_id`,
  field: `select r.code, l.key, cip, title from field_of_study f join role r on r.id = f.role_id join release l on l.id = f.release_id`,
  crosswalk: `select l.key, kind, from_code, from_title, to_code, to_title from crosswalk c join release l on l.id = c.release_id`,
}

async function digest(sql: Sql): Promise<Record<string, unknown>> {
  const entries = Object.entries(TABLES).map(async ([name, query]) => {
    const [row] = await sql.unsafe(
      `select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text collate "C")) as hash from (${query}) t`,
    )
    return [name, `${row?.n} ${row?.hash}`]
  })
  return Object.fromEntries(await Promise.all(entries))
}

describe.skipIf(!official)('the full official files (skipped where OFFICIAL_FILES is not set)', () => {
  const stores: TestStore[] = []
  afterAll(() => Promise.all(stores.map((store) => store.drop())))

  it('give the counts that are known, and exactly the figures of the dataset', { timeout: 300_000 }, async () => {
    const [imported, loaded] = [await createStore(), await createFilledStore()]
    stores.push(imported, loaded)
    const sql = connectOwner(imported.ownerUrl)
    await importOfficialFiles(sql, official ?? '')
    const one = async (query: string) => (await sql.unsafe(query))[0]?.n
    const current = `figure f join release l on l.id = f.release_id and l.status = 'current'`
    expect(await one(`select count(*)::int as n from role where kind = 'occupation'`)).toBe(830)
    expect(
      await one(
        `select count(*)::int as n from ${current} where measure = 'pay.hourly.mean' and state = 'not-applicable'`,
      ),
    ).toBe(58)
    expect(
      await one(
        `select count(*)::int as n from ${current} where measure = 'pay.annual.mean' and l.source_key = 'oews-national' and state = 'not-applicable'`,
      ),
    ).toBe(5)
    expect(
      await one(
        `select count(*)::int as n from figure f join release l on l.id = f.release_id where l.key = 'oews-national-2023-05' and measure = 'pay.annual.p90' and state = 'top-coded'`,
      ),
    ).toBe(41)
    expect(
      await one(`select count(distinct role_id)::int as n from ${current} where l.source_key = 'cps-people'`),
    ).toBe(777)
    expect(
      await one(
        `select count(distinct role_id)::int as n from ${current} where measure = 'skill.importance' and specialty = ''`,
      ),
    ).toBe(717)
    expect(
      await one(
        `select count(distinct role_id)::int as n from ${current} where measure = 'skill.importance' and specialty <> ''`,
      ),
    ).toBe(36)
    expect(
      await one(`select count(*)::int as n from technology t join role r on r.id = t.role_id where code = '15-1252'`),
    ).toBe(426)
    expect(
      await one(
        `select count(*)::int as n from figure f join role r on r.id = f.role_id where code = '15-1252' and measure = 'skill.importance'`,
      ),
    ).toBe(0)
    const places = `ledger f join release l on l.id = f.release_id and l.key`
    expect(await one(`select count(*)::int as n from pay_breakdown`)).toBe(36_168 + 8527)
    expect(
      await one(
        `select count(distinct place_code)::int as n from ${places} = 'oews-state-2025-05' where place_code <> 'US'`,
      ),
    ).toBe(54)
    expect(
      await one(
        `select count(*)::int as n from ${places} = 'oews-state-2025-05' where state = 'top-coded' and measure = 'pay.annual.p90' and lower = 239200`,
      ),
    ).toBe(98)
    expect(await one(`select count(*)::int as n from ${current} where l.period = '2024-05'`)).toBe(0)
    const superlatives = await sql`
      select measure, count(distinct role_id)::int as n from figure where state = 'derived' group by measure order by measure`
    expect(superlatives.map(({ measure, n }) => [measure, n])).toEqual([
      ['pay.top-industry', 486],
      ['pay.top-state', 613],
    ])
    const listed =
      await sql`select distinct norm from role_alias where kind = 'alternate' and release_id is not null and norm in ('nurse', 'rn', 'software engineer', 'product owner', 'lead technician')
      and role_id in (select id from role where kind = 'occupation') order by 1`
    expect(listed.map(({ norm }) => norm)).toEqual(['nurse', 'rn', 'software engineer'])

    const other = connectOwner(loaded.ownerUrl)
    expect(await digest(sql)).toEqual(await digest(other))
    await other.end()

    const folder = makeFolder()
    await exportDataset(sql, folder)
    for (const file of readdirSync(folder))
      expect(readFileSync(join(folder, file)).equals(readFileSync(join(root, 'data', file))), file).toBe(true)
    rmSync(folder, { recursive: true })
    await sql.end()
  })
})
