import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import type { Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { type Figure, FigureSet } from '@/lib/figures/figure'
import { formatValue } from '@/lib/format'
import { connectOwner } from '@/lib/owner-db'
import { plainText } from '../compare/answer'
import { figureText, type Part } from '../compare/cite'
import { openBook } from './import/book'

const official = process.env.OFFICIAL_FILES

/** The measures of OEWS's columns, written down once more: the test asks the file, not the importer. */
const MEASURES: Record<string, string> = {
  TOT_EMP: 'employment',
  JOBS_1000: 'employment.per-1000',
  LOC_QUOTIENT: 'employment.location-quotient',
  H_MEAN: 'pay.hourly.mean',
  A_MEAN: 'pay.annual.mean',
  H_PCT10: 'pay.hourly.p10',
  H_PCT25: 'pay.hourly.p25',
  H_MEDIAN: 'pay.hourly.median',
  H_PCT75: 'pay.hourly.p75',
  H_PCT90: 'pay.hourly.p90',
  A_PCT10: 'pay.annual.p10',
  A_PCT25: 'pay.annual.p25',
  A_MEDIAN: 'pay.annual.median',
  A_PCT75: 'pay.annual.p75',
  A_PCT90: 'pay.annual.p90',
}
const ERRORS: Record<string, string> = { TOT_EMP: 'EMP_PRSE', H_MEAN: 'MEAN_PRSE', A_MEAN: 'MEAN_PRSE' }

/** Numbers from 0 to 1 that are the same in every run: a linear congruence. */
function lots(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}
const draw = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T

type Cells = Record<string, string>

function readOfficial(file: string): Cells[] {
  const [header = [], ...rows] = parseCsv(readFileSync(join(official ?? '', file), 'utf8')) as string[][]
  return rows
    .map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
    .filter((row) => row.O_GROUP === 'detailed')
}

/** What a reader and the store must have for a cell of an OEWS file. */
function wanted(row: Cells, column: string) {
  const cell = row[column] ?? ''
  const measure = MEASURES[column] ?? ''
  const hourly = column.startsWith('H_')
  if (cell === '#') {
    const lower = hourly ? 115 : 239_200
    return { state: 'top-coded', value: null, lower, text: `${formatValue(measure, lower)} or more` }
  }
  if (cell === '*' || cell === '**') {
    const only = cell === '*' && row[hourly ? 'ANNUAL' : 'HOURLY'] === 'TRUE'
    return { state: only ? 'not-applicable' : 'not-published', value: null, lower: null, text: '' }
  }
  return { state: 'published', value: Number(cell), lower: null, text: formatValue(measure, Number(cell)) }
}

describe.skipIf(!official)(
  'cells drawn by lot from the official files (skipped where OFFICIAL_FILES is not set)',
  () => {
    let store: TestStore
    let sql: Sql
    let modules: {
      figures: typeof import('../figures/queries')
      page: typeof import('../roles/page')
      roles: typeof import('../roles/queries')
    }

    beforeAll(async () => {
      store = await createFilledStore()
      sql = connectOwner(store.ownerUrl)
      process.env.DATABASE_URL = store.webUrl
      const [figures, page, roles] = await Promise.all([
        import('../figures/queries'),
        import('../roles/page'),
        import('../roles/queries'),
      ])
      modules = { figures, page, roles }
    })
    afterAll(async () => {
      await (await import('@/lib/db')).getDb().$client.end({ timeout: 5 })
      await sql.end()
      await store.drop()
    })

    const roleOf = async (code: string) => {
      const [role] = await sql<{ id: number; slug: string }[]>`select id, slug from role where code = ${code}`
      if (!role) throw new Error(`No role ${code}`)
      return role
    }
    const same = (figure: Figure | undefined, row: Cells, column: string) => {
      const { text, ...stored } = wanted(row, column)
      const rse = row[ERRORS[column] ?? '']
      const error = stored.state === 'published' || stored.state === 'top-coded' ? Number(rse) : Number.NaN
      const name = `${row.AREA_TITLE} ${row.NAICS} ${row.OCC_CODE} ${column} ${row[column]}`
      expect(figure, name).toMatchObject({ ...stored, rse: Number.isNaN(error) ? null : error })
      expect(figureText(figure as Figure), name).toBe(text)
    }

    it('25 of the states, and five more with a mark, are what the reader of places gives', async () => {
      const [random, rows] = [lots(20_250_501), readOfficial('oews/state_M2025_relaid.csv')]
      const columns = Object.keys(MEASURES)
      const any = Array.from({ length: 25 }, () => [draw(rows, random), draw(columns, random)] as const)
      const marked = ['#', '#', '*', '**', '**'].map((mark) => {
        const cells = rows.flatMap((row) =>
          columns.filter((column) => row[column] === mark).map((c) => [row, c] as const),
        )
        return draw(cells, random)
      })
      for (const [row, column] of [...any, ...marked]) {
        const { id } = await roleOf(row.OCC_CODE ?? '')
        const place = `US-${row.PRIM_STATE}`
        const found = await modules.figures.listPlacedFigures([id], [place], [MEASURES[column] ?? ''])
        expect(found).toHaveLength(1)
        same(found[0], row, column)
        expect(found[0]?.id).toBe(`${row.OCC_CODE}~${MEASURES[column]}~${place.toLowerCase()}~oews-state-2025-05`)
      }
    })

    it('ten of the sectors are what the store has', async () => {
      const [random, rows] = [lots(20_250_502), readOfficial('oews/natsector_M2025_relaid.csv')]
      const columns = Object.keys(MEASURES).filter((column) => !/JOBS_1000|LOC_QUOTIENT/.test(column))
      for (let i = 0; i < 10; i += 1) {
        const [row, column] = [draw(rows, random), draw(columns, random)]
        const { id } = await roleOf(row.OCC_CODE ?? '')
        const found = await sql<Figure[]>`
        select f.* from ledger f join release l on l.id = f.release_id and l.status = 'current'
        where role_id = ${id} and industry_code = ${row.NAICS ?? ''} and measure = ${MEASURES[column] ?? ''}`
        expect(found).toHaveLength(1)
        same(found[0], row, column)
      }
    })

    /** The words that a role's page shows, by the id of the figure that they are of. */
    async function readPage(slug: string): Promise<Map<string, string>> {
      const page = await modules.page.getRolePage(slug)
      const lines = page?.groups.flatMap(({ lines: own }) => own.flatMap(({ value }): readonly Part[] => value)) ?? []
      return new Map(lines.flatMap((part) => (typeof part === 'string' ? [] : part.ids.map((id) => [id, part.text]))))
    }

    it('ten of people by sex and race are what the page of the role shows', async () => {
      const random = lots(20_250_503)
      const columns = ['people.employed', 'women', 'white', 'black', 'asian', 'hispanic']
      const table = new Map<string, (string | number)[]>()
      const book = await openBook(join(official ?? '', 'cps/cpsaat11_2025_relaid.xlsx'))
      for await (const { cells } of book.rows())
        if (typeof cells[1] === 'number') table.set(String(cells[0]).toLowerCase(), cells.slice(1) as number[])
      const shown = await sql<{ code: string; name: string; survey_group: string | null }[]>`
      select r.code, r.name, f.survey_group from ledger f join role r on r.id = f.role_id join release l on l.id = f.release_id
      where l.key = 'cps-people-2025' and f.measure = 'people.share' and f.item = 'women' and f.state = 'published' order by r.code`
      for (let i = 0; i < 10; i += 1) {
        const [role, at] = [draw(shown, random), Math.floor(random() * columns.length)]
        const cell = table.get((role.survey_group ?? role.name).toLowerCase())?.[at]
        const item = columns[at] ?? ''
        const [measure, key] = item === 'people.employed' ? [item, item] : ['people.share', `people.share~i.${item}`]
        const page = await readPage((await roleOf(role.code)).slug)
        expect(page.get(`${role.code}~${key}~us~cps-people-2025`), `${role.code} ${item}`).toBe(
          formatValue(measure, Number(cell)),
        )
      }
    })

    it('ten highest paying states are those of the file, by its own rows, with the nation’s mean beside them', async () => {
      const [random, rows] = [lots(20_250_504), readOfficial('oews/state_M2025_relaid.csv')]
      const codes = [...new Set(rows.map((row) => row.OCC_CODE ?? ''))]
      let led = 0
      for (let tries = 0; led < 10 && tries < 100; tries += 1) {
        const code = draw(codes, random)
        const ranked = rows
          .filter((row) => row.OCC_CODE === code && row.AREA_TYPE === '2' && Number(row.TOT_EMP) >= 1000)
          .filter((row) => Number.isFinite(Number(row.A_MEAN)))
          .toSorted((a, b) => Number(b.A_MEAN) - Number(a.A_MEAN))
        const page = await modules.page.getRolePage((await roleOf(code)).slug)
        const line = page?.groups.flatMap(({ lines }) => lines).find(({ label }) => label === 'Highest paying state')
        const nation = new FigureSet(await modules.figures.listNationalFigures([(await roleOf(code)).id])).find(
          'pay.annual.mean',
        )
        const [first] = ranked
        const leads = first && ranked.length >= 3 && Number(first.A_MEAN) > (nation?.value ?? Number.POSITIVE_INFINITY)
        if (!leads) {
          expect(line?.shown, code).toBe(false)
          continue
        }
        led += 1
        expect(plainText([...(line?.value ?? [])]), code).toBe(
          `${first.AREA_TITLE}, ${formatValue('pay.annual.mean', Number(first.A_MEAN))}, mean in May 2025; nation ${formatValue('pay.annual.mean', nation?.value ?? 0)}`,
        )
      }
      expect(led).toBe(10)
    })
  },
)
