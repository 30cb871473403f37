import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'

let store: TestStore
beforeAll(async () => {
  store = await createFilledStore()
  process.env.DATABASE_URL = store.webUrl
})
afterAll(async () => {
  const { getDb } = await import('../db')
  await getDb().$client.end({ timeout: 5 })
  await store.drop()
})

const LABELS = ['Highest paying state', 'Best paying industry']

it('every one of 60 pages says where pay is highest, of which month, beside the nation, or why it says nothing', async () => {
  const [{ listRoles }, { getRolePage }] = await Promise.all([import('./queries'), import('./page')])
  const roles = (await listRoles()).filter(({ kind }) => kind === 'occupation')
  const seen = new Map<string, number>()
  for (const role of roles.filter((_, i) => i % Math.floor(roles.length / 60) === 0)) {
    const page = await getRolePage(role.slug)
    const lines = page?.groups.flatMap((group) => group.lines).filter(({ label }) => LABELS.includes(label)) ?? []
    expect(
      lines.map(({ label }) => label),
      role.slug,
    ).toEqual(LABELS)
    for (const { value, shown } of lines) {
      const text = value.map((part) => (typeof part === 'string' ? part : part.text)).join('')
      const kind = shown ? 'led' : text
      seen.set(kind, (seen.get(kind) ?? 0) + 1)
      if (shown)
        expect(text).toMatch(
          /^(highest published: )?[A-Z][\w ,.]+, \$[\d,]+( or more)?, mean in May 2025; nation \$[\d,]+(; [\w ,]+ published only as \$[\d,]+ or more and may be higher)?$/,
        )
      else expect(text).toMatch(/^(not applicable|not published): [a-z]/)
    }
  }
  expect(seen.get('led')).toBeGreaterThan(60)
  expect(
    seen.get('not applicable: fewer than three states have a published mean and 1,000 jobs or more'),
  ).toBeGreaterThan(5)
})

it('names the state that may pay radiologists more than the highest published one', async () => {
  const { getRolePage } = await import('./page')
  const page = await getRolePage('radiologist')
  const line = page?.groups.flatMap((group) => group.lines).find(({ label }) => label === 'Highest paying state')
  expect(line?.value.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(
    'highest published: Florida, $434,010, mean in May 2025; nation $381,530; Washington is published only as $239,200 or more and may be higher',
  )
})

it('keeps no figure of another release of OEWS in force, and no gap that blames our copy', async () => {
  const sql = connectOwner(store.ownerUrl)
  const releases = await sql`select distinct period from release where source_key like 'oews-%' and status = 'current'`
  const gaps = await sql`
    select count(*)::int as n from ledger f join release l on l.id = f.release_id and l.status = 'current'
    where l.source_key like 'oews-%' and f.state = 'not-in-our-copy'`
  await sql.end({ timeout: 5 })
  expect([...releases]).toEqual([{ period: '2025-05' }])
  expect([...gaps]).toEqual([{ n: 0 }])
})
