import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFilledStore, type TestStore } from '@/bin/testing/store'

let store: TestStore
let choose: typeof import('./search').chooseRole
let search: typeof import('./search').searchRoles
let roles: Awaited<ReturnType<typeof import('./queries').listRoles>>

beforeAll(async () => {
  store = await createFilledStore()
  process.env.DATABASE_URL = store.webUrl
  ;({ chooseRole: choose, searchRoles: search } = await import('./search'))
  roles = await (await import('./queries')).listRoles()
})

afterAll(async () => {
  await (await import('../db')).getDb().$client.end({ timeout: 5 })
  await store.drop()
})

describe('a role that is named is not asked for again', () => {
  it('by its slug, its singular, its plural and its official title, for every role', async () => {
    expect(roles.length).toBe(850)
    const asked: string[] = []
    for (const { slug, singular, plural, name, code, kind } of roles) {
      const names = [slug, singular, plural, name, singular.toUpperCase(), `  ${plural} `]
      if (kind === 'occupation') names.push(code, `${code}.00`)
      const chosen = await Promise.all(names.map((typed) => choose(typed)))
      asked.push(...names.filter((_, i) => chosen[i]?.slug !== slug).map((typed) => `${slug}: ${typed}`))
    }
    expect(asked).toEqual([])
  })

  it.each([
    ['Lead Technician', 'lead-technician'],
    ['cashier', 'cashier'],
    ['Registered Nurses', 'registered-nurse'],
    ['retail salespersons', 'retail-salesperson'],
    ['retail salespeople', 'retail-salesperson'],
    ['retail salesperson', 'retail-salesperson'],
    ['nurse midwives', 'nurse-midwife'],
    ['151252', 'software-developer'],
    ['15–1252', 'software-developer'],
    ['29-1141.01', 'registered-nurse'],
    ['21-1014.00', 'substance-abuse-or-mental-health-counselor'],
    ['21-1014', 'substance-abuse-or-mental-health-counselor'],
  ])('%s is %s', async (typed, slug) => {
    expect((await choose(typed))?.slug).toBe(slug)
  })

  it('but a name that others give to several roles is', async () => {
    for (const typed of ['scheduler', 'installer', '', '  ', '99-9999', 'no such work'])
      expect(await choose(typed), typed).toBeUndefined()
  })
})

it('the search lists a role’s own name before what others call so', async () => {
  for (const { slug, plural } of roles.filter((_, i) => i % 10 === 0))
    expect((await search(plural))[0]?.slug, plural).toBe(slug)
})
