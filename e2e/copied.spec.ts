import { expect, type Page, test } from '@playwright/test'
import { figureText } from '@/lib/compare/cite'
import type { Figure } from '@/lib/figures/figure'
import { figureId } from '@/lib/figures/id'
import { openSql } from './people'

const PAGES = [
  '/compare/electrician-vs-lawyer',
  '/compare/lead-technician-vs-technical-product-manager',
  '/roles/registered-nurse',
  '/',
]

type Copied = { row: string; copied: string; text: string; figures: { ids: string; text: string }[] }

/** Every table cell and every other home of figures: what a reader copies, what a program reads, the figures within. */
const readCopied = (page: Page): Promise<Copied[]> =>
  page.evaluate(() => {
    const selection = getSelection()
    const figuresIn = (element: Element) =>
      [...element.querySelectorAll('[data-figure]')].map((figure) => ({
        ids: figure.getAttribute('data-figure') ?? '',
        text: figure.textContent ?? '',
      }))
    const copy = (element: Element) => {
      selection?.selectAllChildren(element)
      return selection?.toString() ?? ''
    }
    for (const details of document.querySelectorAll('details')) details.open = true
    const cells = [...document.querySelectorAll('table')].flatMap((table) => {
      const rows = copy(table)
        .split('\n')
        .map((row) => row.split('\t'))
      let next = 0
      return [...table.rows].flatMap((row) => {
        const first = row.cells[0]?.textContent?.trim() ?? ''
        const at = first === '' ? -1 : rows.findIndex((cells, i) => i >= next && cells[0]?.trim() === first)
        const copied = rows[at]
        if (at >= 0) next = at + 1
        return [...row.cells].map((cell, i) => ({
          row: first,
          copied: copied?.[i]?.trim() ?? `row not copied: ${first}`,
          text: cell.textContent?.trim() ?? '',
          figures: figuresIn(cell),
        }))
      })
    })
    const loose = [...document.querySelectorAll('p, li')]
      .filter((element) => element.querySelector('[data-figure]') && !element.querySelector('p, li'))
      .map((element) => ({
        row: '',
        copied: copy(element).trim(),
        text: element.textContent?.trim() ?? '',
        figures: figuresIn(element),
      }))
    return [...cells, ...loose]
  })

/** The store's figures of these roles by public id. */
async function readStore(codes: readonly string[]): Promise<Map<string, Figure>> {
  const sql = openSql()
  const rows = await sql<(Figure & { role: string })[]>`
    select r.code as role, f.measure, f.item, f.specialty, f.place_code as place, f.industry_code as industry,
      l.key as release, f.state, f.value, f.text, f.lower, f.upper
    from ledger f join role r on r.id = f.role_id join release l on l.id = f.release_id
    where lower(r.code) = any(${codes as string[]}) and f.place_code = 'US'`.finally(() => sql.end({ timeout: 5 }))
  return new Map(rows.map((row) => [figureId(row), { ...row, value: row.value === null ? null : Number(row.value) }]))
}

const numbersIn = (text: string) => text.match(/\d(?:[\d,]*\d)?(?:\.\d+)?/g) ?? []

for (const path of PAGES) {
  test(`${path}: what is copied or read from it holds each figure alone, as the store has it`, async ({ page }) => {
    await page.goto(path)
    const all = (await readCopied(page)).filter(({ figures }) => figures.length > 0)
    expect(all.length).toBeGreaterThan(path === '/' ? 4 : 40)
    const ids = all.flatMap(({ figures }) => figures.flatMap((figure) => figure.ids.split(' ')))
    const store = await readStore([...new Set(ids.map((id) => id.split('~')[0] ?? ''))])
    let compared = 0
    for (const { row, copied, text, figures } of all) {
      const shown = numbersIn(figures.map((figure) => figure.text).join(' '))
      for (const read of [copied, text]) {
        const numbers = numbersIn(read)
        for (const number of shown) expect(numbers, `“${read}”`).toContain(number)
      }
      const [only] = figures
      const figure = figures.length === 1 && only ? store.get(only.ids) : undefined
      if (!figure || !only || copied !== only.text) continue
      const made = row.includes('Men derived') ? { ...figure, value: 100 - (figure.value ?? 0) } : figure
      expect(copied, only.ids).toBe(figureText(made))
      compared += 1
    }
    if (path !== '/') expect(compared).toBeGreaterThan(30)
  })
}

test('a mark shows its number, takes the focus of the keyboard and leads to its source', async ({ page }) => {
  await page.goto('/compare/electrician-vs-lawyer')
  const mark = page.locator('sup.src a').first()
  await expect(mark).toHaveAccessibleName('source 1')
  for (const media of [{}, { media: 'print' }, { media: 'screen', forcedColors: 'active' }] as const) {
    await page.emulateMedia(media)
    expect(await mark.evaluate((link) => getComputedStyle(link, '::after').content)).toContain('1')
    expect(await mark.evaluate((link) => link.getBoundingClientRect().width)).toBeGreaterThan(4)
  }
  await mark.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#source-1$/)
})
