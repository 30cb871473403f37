import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GOOD, writeSpoiled } from '@/bin/testing/bad-cells'
import { MAJOR, makeFolder, SUPPORT, writeOews, writeReadMe } from '@/bin/testing/fixtures'
import { createStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import { openBook } from '../import/book'
import { importBook } from '../import/pipeline'
import { exportDataset } from './export'
import { loadDataset } from './load'

let store: TestStore
let sql: Sql
const [files, good] = [makeFolder(), makeFolder()]
const EMPTY = 'truncate release, role, role_alias, figure, family, place, item, industry restart identity cascade'

beforeAll(async () => {
  store = await createStore()
  sql = connectOwner(store.ownerUrl)
  const bring = async (path: string) => importBook(sql, await openBook(path), { names: new Map() })
  writeReadMe(files)
  const rows = [MAJOR, SUPPORT, { code: '15-2011', title: 'Actuaries', cells: { A_PCT90: '#', H_PCT90: '#' } }]
  await bring(await writeOews(files, 'n.xlsx', 'May 2025', rows))
  const area: [string, string, string, string] = ['06', 'California', '2', 'CA']
  await bring(await writeOews(files, 's.xlsx', 'May 2025', [{ ...SUPPORT, area }]))
  for (const kind of ['crosswalk-acs', 'crosswalk-onet', 'education', 'onet-skills', 'onet-technology'] as const)
    await bring(await writeSpoiled(files, GOOD[kind], []))
  await exportDataset(sql, good)
  writeFileSync(join(good, 'role-names.csv'), 'code,title,singular,plural\n')
  writeFileSync(join(good, 'titles.csv'), 'code,singular,plural,occupation,grade,note,alternatives,aliases\n')
  writeFileSync(join(good, 'elsewhere.csv'), 'title,measure,item,value,text\n')
})
afterAll(async () => {
  await sql.end()
  await store.drop()
  for (const folder of [files, good]) rmSync(folder, { recursive: true })
})

/** Loads the dataset with one of its files changed. */
async function load(file: string, change: (text: string) => string): Promise<unknown> {
  await sql.unsafe(EMPTY)
  const folder = makeFolder()
  cpSync(good, folder, { recursive: true })
  const before = readFileSync(join(folder, file), 'utf8')
  const after = change(before)
  if (after === before && file !== 'sources.json') throw new Error(`${file} was not changed:\n${before}`)
  writeFileSync(join(folder, file), after)
  const end = await loadDataset(sql, folder).then(
    () => 'loaded',
    (error: Error) => error.message,
  )
  rmSync(folder, { recursive: true })
  return end
}
const left = async () =>
  (await sql`select (select count(*) from role)::int + (select count(*) from release)::int as n`)[0]?.n

it('loads as it was written, with the marks of Windows too', async () => {
  expect(await load('sources.json', (text) => text)).toBe('loaded')
  expect(await load('occupations.csv', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toBe('loaded')
  expect(await left()).toBeGreaterThan(2)
})

const NATION = 'oews-national-2025-05.csv'
const cell = (from: string, to: string) => (text: string) => text.replace(from, to)

it.each<[file: string, what: string, change: (text: string) => string, message: string]>([
  [
    'occupations.csv',
    'a code of another form',
    cell('15-2011', 'Nov-21'),
    'occupations.csv, row 3, column "code": found "Nov-21", expected a SOC code such as 15-1232',
  ],
  [
    'occupations.csv',
    'a code twice',
    cell('15-2011', '15-1232'),
    'occupations.csv, row 3, column "code": found "15-1232", expected one row for each: the same stands in row 2',
  ],
  [
    'occupations.csv',
    'a group that is none',
    cell('Actuaries,15', 'Actuaries,16'),
    'occupations.csv, row 3, column "family": found "16", expected a code of families.csv',
  ],
  [
    'occupations.csv',
    'a wrong heading',
    cell('title', 'titel'),
    'occupations.csv, row 1: found "titel", expected "title"',
  ],
  [
    'places.csv',
    'a kind that is none',
    cell('state', 'stat'),
    'places.csv, row 2, column "kind": found "stat", expected one of nation, state',
  ],
  ['items.csv', 'no name', cell('Reading', ''), 'column "name": found nothing'],
  [
    NATION,
    'an unknown occupation',
    cell('15-2011', '15-2012'),
    `${NATION}, row 3, column "role": found "15-2012", expected a code of occupations.csv`,
  ],
  [
    NATION,
    'a row twice',
    (text) => `${text}${text.split('\n')[1]}\n`,
    `${NATION}, row 4, column "role": found "15-1232", expected one row for each: the same stands in row 2`,
  ],
  [
    NATION,
    'a hexadecimal number',
    cell('62400', '0xF3C0'),
    'column "pay.annual.mean": found "0xF3C0", expected a number',
  ],
  [NATION, 'an exponent', cell('62400', '624e2'), 'column "pay.annual.mean": found "624e2", expected a number'],
  [
    NATION,
    'European thousands',
    cell('62400', '62.400'),
    'column "pay.annual.mean": found "62.400", expected a number',
  ],
  [
    NATION,
    'a number below zero',
    cell('62400', '-62400'),
    'column "pay.annual.mean": found "-62400", expected a number of at least 0',
  ],
  [NATION, 'an error that is none', cell(',0.5,', ',half,'), 'found "half", expected a number'],
  [NATION, 'a bound that is none', cell('#239200', '#239,200'), `${NATION}, row 3: found`],
  [
    NATION,
    'a measure that is none',
    cell('pay.annual.mean', 'pay.yearly.mean'),
    `${NATION}, row 1: found column "pay.yearly.mean", expected a measure`,
  ],
  [
    'oews-state-2025-05.csv',
    'a place that is none',
    cell('US-CA', 'US-XX'),
    'oews-state-2025-05.csv, row 2, column "place": found "US-XX", expected a code of places.csv',
  ],
  [
    'ep-education-2021.csv',
    'a share above 100',
    cell('60.5', '605'),
    'column "education.share bachelor": found "605", expected a number of at most 100',
  ],
  [
    'onet-technology-29-3.csv',
    'a flag that is none',
    cell(',Y,', ',yes,'),
    'onet-technology-29-3.csv, row 2, column "hot": found "yes", expected one of Y',
  ],
  [
    'onet-technology-29-3.csv',
    'an unknown occupation',
    cell('15-2011', '15-2012'),
    'onet-technology-29-3.csv, row 2, column "role": found "15-2012", expected a code of occupations.csv',
  ],
  [
    'crosswalk-acs-2024-09.csv',
    'a list that is none',
    cell('acs,15', 'asc,15'),
    'crosswalk-acs-2024-09.csv, row 2, column "kind": found "asc", expected one of acs, onet',
  ],
  ['sources.json', 'no JSON', () => '{', 'sources.json of the dataset cannot be read.'],
  [
    'sources.json',
    'something else',
    () => '{"releases":[{}]}',
    'sources.json of the dataset cannot be read. releases.0.key',
  ],
])('%s with %s is refused with its place, and nothing is loaded', async (file, _, change, message) => {
  expect(await load(file, change)).toContain(message)
  expect(await left()).toBe(0)
})
