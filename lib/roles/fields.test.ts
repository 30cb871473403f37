import type { Sql } from 'postgres'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { FieldsOfStudy } from '@/components/roles/fields-of-study'
import { connectOwner } from '@/lib/owner-db'
import { fieldsOf } from './fields'

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

async function fields(code: string) {
  const { listFields } = await import('./queries')
  const [role] = await sql<{ id: number; name: string }[]>`select id, name from role where code = ${code}`
  if (!role) throw new Error(`no ${code}`)
  return fieldsOf(await listFields([role.id]), role)
}

it('puts fields first whose words are the occupation’s, then all by code', async () => {
  expect((await fields('29-1141'))?.titles.slice(0, 3)).toEqual([
    'Registered Nursing/Registered Nurse',
    'Pediatric Nurse/Nursing',
    'Geriatric Nurse/Nursing',
  ])
  expect((await fields('23-1011'))?.titles[0]).toBe('Law')
  expect(await fields('47-2111')).toEqual({ titles: ['Electrician'], release: 'fields-of-study-2020' })
})

it('gives a merged occupation the fields of its parts, and knows where none is matched', async () => {
  expect((await fields('21-1018'))?.titles).toContain('Substance Abuse/Addiction Counseling')
  expect((await fields('21-1018'))?.titles).toContain('Mental Health Counseling/Counselor')
  expect((await fields('13-1074'))?.titles).toEqual([])
  const [counts] = await sql`
    select count(distinct role_id)::int as all, (count(distinct role_id) filter (where title <> ''))::int as matched from field_of_study`
  expect(counts).toEqual({ all: 830, matched: 663 })
})

it('shows a few openly, the rest behind "more", and says where none is matched', async () => {
  const html = renderToStaticMarkup(
    createElement(FieldsOfStudy, {
      of: [
        { plural: 'registered nurses', fields: await fields('29-1141'), source: 3 },
        { plural: 'farm labor contractors', fields: await fields('13-1074'), source: 3 },
      ],
    }),
  )
  expect(html).toContain('Fields of study that lead here')
  expect(html).toContain('Registered nurses: Registered Nursing/Registered Nurse; ')
  expect(html).toContain('15 more for registered nurses')
  expect(html).toContain('Farm labor contractors: no field is matched.')
  expect(html).toContain('not a share of graduates')
  expect(html).toContain('href="#source-3"')
})
