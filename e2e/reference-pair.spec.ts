import { expect, type Page, test } from '@playwright/test'

const PATH = '/compare/lead-technician-vs-technical-product-manager'

/** Section, row, lead technician, technical product manager: all that the page which started this product shows. */
const ROWS: [section: string, row: string, a: string, b: string][] = [
  ['Overview', 'Yearly salary', '$90,615', '$120,052'],
  ['Overview', 'Hourly rate', '$43.56', '$57.72'],
  ['Overview', 'Growth rate', '10%', '10%'],
  ['Overview', 'Number of jobs', '250,590', '185,305'],
  ['Overview', 'Most common degree', 'Bachelor’s, 50%', 'Bachelor’s, 69%'],
  ['Overview', 'Average age', '42', '39'],
  ['Overview', 'Years of experience', '2', '10'],
  ['Salary', 'Average salary', '$90,615', '$120,052'],
  ['Salary', 'Salary range', '$67,000 to $121,000', '$89,000 to $161,000'],
  ['Salary', 'Highest paying city', 'San Francisco, CA', 'San Francisco, CA'],
  ['Salary', 'Highest paying state', 'California', 'California'],
  ['Salary', 'Best paying company', 'Meta', 'Meta'],
  ['Salary', 'Best paying industry', 'Retail', 'Technology'],
  ['Education', 'Most common degree', 'Bachelor’s, 50%', 'Bachelor’s, 69%'],
  ['Education', 'Most common major', 'Computer science', 'Business'],
  ['Education', 'Most common college', 'Massachusetts Institute of Technology', 'University of Georgia'],
  ['Demographics', 'Average age', '42', '39'],
  ['Demographics', 'Men', '83.4%', '75.8%'],
  ['Demographics', 'Women', '16.6%', '24.2%'],
  ['Demographics', 'Black or African American', '10.4%', '3.0%'],
  ['Demographics', 'Unknown', '5.3%', '5.3%'],
  ['Demographics', 'Hispanic or Latino', '15.1%', '8.7%'],
  ['Demographics', 'Asian', '15.1%', '8.2%'],
  ['Demographics', 'White', '53.6%', '74.6%'],
  ['Demographics', 'American Indian and Alaska Native', '0.4%', '0.2%'],
  ['Demographics', 'LGBT', '11%', '10%'],
]

const SKILLS = {
  'Lead technician': [
    'Java 10%',
    'Architecture 7%',
    'Digital transformation 6%',
    'Customer service 6%',
    'Database 4%',
    'HTML 3%',
  ],
  'Technical product manager': [
    'Technical product 10%',
    'Product management 7%',
    'Cloud 6%',
    'User stories 5%',
    'Project management 4%',
    'Scrum 4%',
  ],
}

type Line = { section: string; label: string; official: boolean; cells: string[]; ids: string[]; note: string }

/** Every line of every table of two roles, as a reader sees it, without the marks of sources. */
async function readLines(page: Page): Promise<Line[]> {
  return page.locator('table.pair tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const copy = row.cloneNode(true) as HTMLElement
      for (const mark of copy.querySelectorAll('sup')) mark.remove()
      const note = copy.querySelector('th small:not(.tag)')?.textContent ?? ''
      for (const small of copy.querySelectorAll('th small')) small.remove()
      return {
        section: row.closest('section')?.querySelector('h2')?.textContent ?? '',
        label: copy.querySelector('th')?.textContent?.trim() ?? '',
        official: row.classList.contains('official'),
        cells: [...copy.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? ''),
        ids: [...copy.querySelectorAll('[data-figure]')].map((cell) => cell.getAttribute('data-figure') ?? ''),
        note,
      }
    }),
  )
}

test('every row and figure of the reference page is on ours, marked as published elsewhere', async ({ page }) => {
  await page.goto(PATH)
  const lines = await readLines(page)
  for (const [section, label, a, b] of ROWS) {
    const line = lines.find((row) => row.section === section && row.label === label && !row.official)
    expect(line?.cells.slice(0, 2), `${section}: ${label}`).toEqual([a, b])
    expect(line?.ids[0], `${section}: ${label}`).toContain('~published-elsewhere')
  }
  for (const [name, skills] of Object.entries(SKILLS)) {
    const side = page
      .locator('#skills .two > div')
      .filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })
    const shown = await side
      .locator('ul')
      .first()
      .locator('li')
      .evaluateAll((items) =>
        items.map((item) => {
          for (const mark of item.querySelectorAll('sup')) mark.remove()
          return [...item.querySelectorAll('span:not(.t)')].map((part) => part.textContent?.trim()).join(' ')
        }),
      )
    expect(shown).toEqual(skills)
  }
  const introduction = await page.locator('p.stand').innerText()
  for (const words of [
    '1–2 years',
    '8–10 years',
    'Java',
    'Architecture',
    'Digital transformation',
    'Technical product',
    'Product management',
    'Cloud',
    '$29,437',
  ]) {
    expect(introduction).toContain(words)
  }
  await expect(page.getByText('Job satisfaction')).toHaveCount(0)
})

test('the matched occupations’ official figures stand beside them, never mixed with them', async ({ page }) => {
  await page.goto(PATH)
  const lines = await readLines(page)
  const official = lines.filter((line) => line.official)
  expect(official.length).toBeGreaterThan(12)
  for (const line of official) expect(line.ids.join(' ')).not.toContain('published-elsewhere')
  for (const line of lines.filter((row) => !row.official)) {
    for (const ids of line.ids)
      expect(new Set(ids.split(' ').map((id) => id.includes('published-elsewhere'))).size).toBe(1)
  }
  expect(lines.find((line) => line.label === 'Growth rate')?.note).toBe('period not given')
  expect(lines.find((line) => line.label === 'Salary range')?.note).toBe('ends not defined')
  expect(lines.find((line) => line.label === 'Highest paying city')?.note).toBe('amount not given')
  expect(lines.find((line) => line.label === 'Projected growth')?.note).toBe('2024 to 2034')
  await expect(page.locator('#salary')).toContainText('between 79 and 99 times in 100')
  await expect(page.locator('#sources')).toContainText('as published elsewhere: no period, place or method given')
})

test('no title’s own figure is on any other page', async ({ request }) => {
  for (const path of [
    '/',
    '/roles',
    '/compare/lead-technician-vs-registered-nurse',
    '/roles/user-support-specialist',
    '/compare/marketing-manager-vs-user-support-specialist',
  ]) {
    expect(await (await request.get(path)).text(), path).not.toContain('published-elsewhere')
  }
  for (const path of ['/roles/lead-technician', PATH]) {
    const html = await (await request.get(path)).text()
    expect(html).toContain('published-elsewhere')
    for (const [, block] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g))
      expect(block).not.toMatch(/90,?615/)
  }
})

test('each number of the page is tied to a figure and to a source that is listed', async ({ page }) => {
  await page.goto(PATH)
  const sources = await page.locator('#sources li').count()
  for (const href of await page
    .locator('sup.src a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
    const n = Number(/^#source-(\d+)$/.exec(href)?.[1])
    expect(n).toBeGreaterThan(0)
    expect(n).toBeLessThanOrEqual(sources)
  }
  const loose = await page
    .locator('table.pair td:not(.diff):not(.gap)')
    .evaluateAll((cells) =>
      cells
        .filter((cell) => /\d/.test(cell.textContent ?? '') && !cell.querySelector('[data-figure]'))
        .map((cell) => cell.textContent),
    )
  expect(loose).toEqual([])
})
