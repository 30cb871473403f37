import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '@/bin/steps.mjs'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import { FigureSet } from './figure'
import { groupOf, sameGroup } from './group'

let store: TestStore
let sql: Sql
beforeAll(async () => {
  store = await createFilledStore()
  sql = connectOwner(store.ownerUrl)
  process.env.DATABASE_URL = store.webUrl
})
afterAll(async () => {
  await sql.end()
  await store.drop()
})

async function figuresOf(slug: string): Promise<FigureSet> {
  const { listNationalFigures } = await import('./queries')
  const [role] = await sql`select id from role where slug = ${slug}`
  return new FigureSet(await listNationalFigures([role?.id]))
}

const found = async (slug: string, measure: string, item = '') => {
  const figure = (await figuresOf(slug)).find(measure, item)
  if (!figure) throw new Error(`${slug} has no ${measure}`)
  return figure
}

it('counts a prosthodontist among all dentists, with those who share them', async () => {
  for (const [measure, item] of [
    ['people.employed', ''],
    ['people.share', 'women'],
    ['age.median', ''],
    ['age.band', '25-34'],
    ['education.share', 'doctoral'],
  ] as const) {
    const group = groupOf(await found('prosthodontist', measure, item))
    expect(group, measure).toEqual({ name: 'Dentists', size: 5 })
    expect(sameGroup(await found('prosthodontist', measure, item), await found('orthodontist', measure, item))).toBe(
      true,
    )
  }
})

it('names a group that holds others of ours although it is called like one of them', async () => {
  expect(groupOf(await found('cashier', 'people.share', 'women'))).toEqual({ name: 'Cashiers', size: 2 })
})

it('names a group whose other occupations are none of ours, and one of several names', async () => {
  expect(groupOf(await found('chief-executive', 'education.share', 'master'))).toEqual({
    name: 'Chief executives and legislators',
    size: 1,
  })
  const [merged] = await sql`select slug from role where code = '31-1120'`
  expect(groupOf(await found(merged?.slug, 'education.share', 'master'))?.name).toBe(
    'Home health aides; Personal care aides',
  )
})

it('sees no group where the survey only words the name otherwise, and none in pay', async () => {
  expect(groupOf(await found('registered-nurse', 'people.share', 'women'))).toBeUndefined()
  expect(groupOf(await found('electrician', 'education.share', 'master'))).toBeUndefined()
  expect(groupOf(await found('prosthodontist', 'employment'))).toBeUndefined()
  const [a, b] = [await found('electrician', 'people.employed'), await found('registered-nurse', 'people.employed')]
  expect(sameGroup(a, b)).toBe(false)
  expect(sameGroup(a, a)).toBe(true)
})

const counts = () => sql`
  select l.source_key as source, count(distinct role_id)::int as roles,
    (count(distinct role_id) filter (where survey_group is not null))::int as grouped,
    (count(distinct role_id) filter (where group_size > 1))::int as shared
  from figure f join release l on l.id = f.release_id and l.status = 'current'
  where l.source_key in ('cps-people', 'cps-age', 'ep-education') group by 1 order by 1`

const EXPECTED = [
  { source: 'cps-age', roles: 777, grouped: 359, shared: 359 },
  { source: 'cps-people', roles: 777, grouped: 359, shared: 359 },
  { source: 'ep-education', roles: 830, grouped: 458, shared: 454 },
]

it('knows the group of every occupation that shares its figures', async () => {
  expect([...(await counts())]).toEqual(EXPECTED)
})

it('carries the groups of a store over that was filled when they were notes', async () => {
  const groups = () =>
    sql`select role_id, release_id, measure, item, survey_group, group_size from figure where survey_group is not null order by 1, 2, 3, 4`
  const before = await groups()
  await sql`
    update figure f set note = case when l.source_key = 'ep-education' then 'shared with a broader group of the survey'
      else nullif('for: ' || survey_group, 'for: ' || r.name) end, survey_group = null, group_size = null
    from release l, role r where l.id = f.release_id and r.id = f.role_id and survey_group is not null`
  await sql`update figure f set note = null from role r where r.id = f.role_id and lower(f.note) = lower('for: ' || r.name)`
  const migration = readFileSync(join(root, 'drizzle/migrations/0005_survey_groups.sql'), 'utf8')
  await sql.unsafe(migration.slice(migration.indexOf('UPDATE')))
  expect([...(await groups())]).toEqual([...before])
})
