import { expect, it } from 'vitest'
import { createFilledStore } from '@/bin/testing/store'
import { figureId } from './id'
import golden from './ids.golden.json'

it('makes the ids that were made before, from natural keys alone', async () => {
  const store = await createFilledStore()
  process.env.DATABASE_URL = store.webUrl
  const { listNationalFigures } = await import('./queries')
  const { getRoles } = await import('../roles/queries')
  const found = await getRoles(['registered-nurse', 'data-scientist', 'lead-technician', 'actor'])
  const figures = await listNationalFigures(found.flatMap((role) => (role ? [role.role.id] : [])))
  const ids = figures.map(({ id }) => id).sort()
  await store.drop()
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-z0-9.~-]+$/)
  expect(ids).toEqual(expect.arrayContaining(golden))
})

it('names item, specialty and industry', () => {
  expect(
    figureId({
      role: '15-2051',
      measure: 'skill.importance',
      item: '2.A.1.a',
      specialty: '15-2051.01',
      release: 'onet-skills-29-3',
    }),
  ).toBe('15-2051~skill.importance~i.2.a.1.a~s.15-2051.01~us~onet-skills-29-3')
  expect(
    figureId({
      role: '15-1232',
      measure: 'employment',
      place: 'US',
      industry: '31-33',
      release: 'oews-sector-2024-05',
    }),
  ).toBe('15-1232~employment~n.31-33~us~oews-sector-2024-05')
})
