import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAJOR, makeFolder, type Oews, SUPPORT, writeOews } from '@/bin/testing/fixtures'
import { createStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'
import { readNameTable } from '@/lib/roles/name-table'
import { openBook } from './book'
import { tellFailure } from './failure'
import { importBook } from './pipeline'
import { printReport } from './report'

let store: TestStore
let sql: Sql
const folder = makeFolder()
const names = new Map()
const ACTUARY: Oews = { code: '15-2011', title: 'Actuaries' }

beforeAll(async () => {
  store = await createStore()
  sql = connectOwner(store.ownerUrl)
})
afterAll(async () => {
  await sql.end()
  await store.drop()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await sql`truncate release, role, role_alias, figure, family, place, item, industry, job restart identity cascade`
})

const bring = async (path: string, replace = false) => importBook(sql, await openBook(path), { names, replace })
const national = (name: string, period: string, rows: Oews[]) => writeOews(folder, name, period, [MAJOR, ...rows])
const count = async (table: string) => (await sql`select count(*)::int as n from ${sql(table)}`)[0]?.n

/** Writes tables of a folder of their own and returns it. */
function write(files: Record<string, string | Uint8Array>): string {
  const own = join(folder, Math.random().toString(36).slice(2))
  mkdirSync(own)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text)
  return own
}

const TITLES = 'code,singular,plural,occupation,grade,note,alternatives,aliases'
const ELSEWHERE = 'title,measure,item,value,text'
const LEAD = 'lead-technician,lead technician,lead technicians,15-1232,chosen,our choice,,'
const bringTitles = (titles: string[], figures: string[] = []) =>
  bring(
    join(
      write({
        'titles.csv': [TITLES, ...titles].join('\n'),
        'elsewhere.csv': [ELSEWHERE, ...figures].join('\n'),
      }),
      'elsewhere.csv',
    ),
    true,
  )

describe('text files', () => {
  const table = `${ELSEWHERE}\r\nlead-technician,pay.annual.mean,,90615,\r\n`
  const book = (bytes: string | Uint8Array) => openBook(join(write({ 'elsewhere.csv': bytes }), 'elsewhere.csv'))
  const rows = async (bytes: string | Uint8Array) => {
    const cells: unknown[] = []
    for await (const row of (await book(bytes)).rows()) cells.push([row.row, ...row.cells])
    return cells
  }

  it('are read with a byte-order mark, with the line ends of Windows, and with empty lines', async () => {
    const read = [
      [1, 'title', 'measure', 'item', 'value', 'text'],
      [2, 'lead-technician', 'pay.annual.mean', '', '90615', ''],
    ]
    expect(await rows(`\uFEFF${table}`)).toEqual(read)
    expect(await rows(table.replaceAll('\r\n', '\n'))).toEqual(read)
    expect(await rows(`${table}\r\n\r\n`)).toEqual(read)
  })

  it.each([
    [
      'UTF-16 with a mark',
      Buffer.from(`\uFEFF${table}`, 'utf16le'),
      'elsewhere.csv is UTF-16 text; save it as CSV UTF-8.',
    ],
    ['UTF-16 without one', Buffer.from(table, 'utf16le'), 'elsewhere.csv is no text: it holds zero bytes'],
    [
      'Latin-1',
      Buffer.from(`${table}caf\xe9,pay.annual.mean,,1,\n`, 'latin1'),
      'elsewhere.csv, line 3: a letter is not UTF-8, as in Latin-1 or Windows-1252; save it as CSV UTF-8.',
    ],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'elsewhere.csv is an old or a locked workbook'],
    ['an empty file', '', 'elsewhere.csv is empty.'],
    ['semicolons', table.replaceAll(',', ';'), 'elsewhere.csv is separated by semicolons or tabs'],
    ['a stray comma', `${table}a,b,,1,234,\n`, 'elsewhere.csv, row 3: found 6 cells, expected 5'],
    [
      'an open quotation mark',
      `${table}a,b,,1,"text\nc,d,,2,x\n`,
      'elsewhere.csv, row 3: a quotation mark is opened and not closed',
    ],
  ])('in another form are refused by name: %s', async (_, bytes, message) => {
    await expect(rows(bytes)).rejects.toThrow(message)
  })
})

describe('titles and figures kept by hand', () => {
  beforeEach(async () => {
    await bring(await national('n.xlsx', 'May 2025', [SUPPORT, ACTUARY]))
  })

  it.each([
    [
      'an occupation that is none',
      LEAD.replace('15-1232', '15-9999'),
      'row 2, column "occupation": found "15-9999", expected an occupation of the national OEWS file',
    ],
    [
      'a code of another form',
      LEAD.replace('15-1232', '15-1232.00'),
      'row 2, column "occupation": found "15-1232.00", expected a SOC code such as 15-1232',
    ],
    [
      'a wrong grade',
      LEAD.replace('chosen', 'sure'),
      'row 2, column "grade": found "sure", expected one of exact, close, chosen',
    ],
    [
      'a code twice',
      `${LEAD}\n${LEAD}`,
      'row 3, column "code": found "lead-technician", expected one row for each: the same stands in row 2',
    ],
    [
      'an address that a role has',
      LEAD.replace('lead-technician', 'actuary'),
      'row 2, column "code": found "actuary", expected another code: 15-2011 has this address',
    ],
    [
      'a code that is no address',
      LEAD.replace('lead-technician', 'Lead Technician'),
      'row 2, column "code": found "Lead Technician", expected a code that can be an address',
    ],
    [
      'an alternative that is none',
      LEAD.replace(',our choice,,', ',our choice,15-2011|99-1111,'),
      'row 2, column "alternatives": found "15-2011|99-1111"',
    ],
    ['no plural', LEAD.replace('lead technicians', ''), 'row 2, column "plural": found nothing'],
  ])('a row of titles.csv with %s is refused', async (_, line, message) => {
    await expect(bringTitles([line])).rejects.toThrow(`titles.csv, ${message}`)
    expect(await count('role')).toBe(2)
  })

  it.each([
    [
      'a title that is none',
      'lead-tecnician,pay.annual.mean,,90615,',
      'row 2, column "title": found "lead-tecnician", expected a title of titles.csv',
    ],
    [
      'a measure that is none',
      'lead-technician,pay.yearly,,90615,',
      'row 2, column "measure": found "pay.yearly", expected a measure that a title may have',
    ],
    [
      'a number of another form',
      'lead-technician,pay.annual.mean,,0x10,',
      'row 2, column "value": found "0x10", expected a number',
    ],
    ['no value', 'lead-technician,pay.annual.mean,,,', 'row 2, column "value": found nothing'],
    [
      'a figure twice',
      'lead-technician,pay.annual.mean,,1,\nlead-technician,pay.annual.mean,,2,',
      'row 3, column "item": found nothing',
    ],
  ])('a row of elsewhere.csv with %s is refused', async (_, line, message) => {
    await expect(bringTitles([LEAD], [line])).rejects.toThrow(`elsewhere.csv, ${message}`)
    expect(await count('role')).toBe(2)
  })
})

describe('role-names.csv', () => {
  const HEAD = 'code,title,singular,plural'
  it.each([
    [
      'a code twice',
      '15-2011,A,actuary,actuaries\n15-2011,A,risk reckoner,risk reckoners',
      'row 3, column "code": found "15-2011", expected one row for each: the same stands in row 2',
    ],
    [
      'two names with one address',
      '15-2011,A,nurse,nurses\n29-1141,B,Nurse,nurses',
      'row 3, column "singular": found "Nurse", expected a name with an address of its own, not "nurse" again: the same stands in row 2',
    ],
    [
      'a name that is reserved',
      '15-2011,A,search,searches',
      'row 2, column "singular": found "search", expected a name that can be an address, not "search"',
    ],
    [
      'a name with "vs" in it',
      '15-2011,A,man vs machine,x',
      'expected a name that can be an address, not "man-vs-machine"',
    ],
    [
      'a code of another form',
      'Nov-21,A,actuary,actuaries',
      'row 2, column "code": found "Nov-21", expected a SOC code such as 15-1232',
    ],
    ['no plural', '15-2011,A,actuary,', 'row 2, column "plural": found nothing'],
  ])('with %s is refused', async (_, lines, message) => {
    await expect(readNameTable(write({ 'role-names.csv': `${HEAD}\n${lines}\n` }))).rejects.toThrow(message)
  })
})

describe('a national file', () => {
  it('whose names make one address is refused in words', async () => {
    const twins: Oews[] = [
      { code: '15-2011', title: 'Actuaries' },
      { code: '15-2099', title: 'Actuaries, All Other' },
      { code: '15-2098', title: 'Actuaries, Except Pensions' },
    ]
    await expect(bring(await national('twins.xlsx', 'May 2025', twins))).rejects.toThrow(
      'twins.xlsx: 15-2011 Actuaries and 15-2098 Actuaries, Except Pensions would have one address, "actuary": give one of them a name of its own in data/role-names.csv.',
    )
    expect(await count('role')).toBe(0)
  })

  it('whose occupation belongs to no group of the file is refused in words', async () => {
    const path = await writeOews(folder, 'alone.xlsx', 'May 2025', [ACTUARY])
    await expect(bring(path)).rejects.toThrow(
      'alone.xlsx: 15-2011 Actuaries belongs to the major group 15-0000, which the file does not have.',
    )
  })

  it('that no longer has an occupation with a title says what to do, and takes it out once that is done', async () => {
    await bring(await national('a.xlsx', 'May 2024', [SUPPORT, ACTUARY]))
    await bringTitles([LEAD, 'risk-lead,risk lead,risk leads,15-2011,close,near,15-1232,'])
    const next = await national('b.xlsx', 'May 2025', [ACTUARY])
    const before = [await count('role'), await count('figure'), await count('release')]
    await expect(bring(next)).rejects.toThrow(
      [
        'b.xlsx was not brought in: the national file no longer has occupations that titles are matched to.',
        '  lead-technician is matched to 15-1232 Computer User Support Specialists',
        'Match them to another occupation in data/titles.csv, run npm run data:import -- elsewhere data/elsewhere.csv --replace, and import the file again.',
      ].join('\n'),
    )
    expect([await count('role'), await count('figure'), await count('release')]).toEqual(before)
    await bringTitles([
      LEAD.replace('15-1232', '15-2011'),
      'risk-lead,risk lead,risk leads,15-2011,close,near,15-1232,',
    ])
    const report = await bring(next)
    expect(report.unplaced).toEqual([
      { reason: '15-1232 Computer User Support Specialists is no occupation of the current national file' },
    ])
    expect(printReport(report)).toContain(
      '    15-1232 Computer User Support Specialists is no occupation of the current national file',
    )
    expect(printReport(report)).not.toMatch(/row 0|first sheet/)
    const [title] = await sql`select alternatives from role where code = 'risk-lead'`
    expect(title?.alternatives).toEqual([])
  })
})

describe('errors of the store', () => {
  it('are told as ours, with their code, and the reason goes to the log', async () => {
    const error = await sql`insert into place (code, kind, name, slug) values (null, 'x', 'x', 'x')`.catch(
      (e: unknown) => e,
    )
    const lines: string[] = []
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
    const told = tellFailure(error, 'The import')
    spy.mockRestore()
    expect(told).toBe(
      'The import failed by a fault of ours, not of the file (23502). Nothing was written. The reason stands in the log line above; please report it.',
    )
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', what: 'The import', sqlstate: '23502' })
  })

  it('that come from outside are told as such', () => {
    const gone = Object.assign(new Error('terminating connection'), { name: 'PostgresError', code: '57P01' })
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    expect(tellFailure(gone, 'The import')).toBe(
      'The import was broken off: the store was stopped, or took too long (57P01). Nothing was written; run it again.',
    )
    spy.mockRestore()
    expect(tellFailure(new Error('n.xlsx cannot be read'), 'The import')).toBe('n.xlsx cannot be read')
  })
})
