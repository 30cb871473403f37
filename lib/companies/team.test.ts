import type { Sql } from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'

vi.mock('next/headers', () => import('@/bin/testing/headers'))

let store: TestStore
let sql: Sql
let team: typeof import('./team')
let secret: typeof import('../secret')
const owner = { id: '', email: 'team-owner@example.net' }
const second = { id: '', email: 'team-second@example.net' }
const company = { id: '', name: 'Example Team' }

beforeAll(async () => {
  store = await createStore()
  sql = connectOwner(store.ownerUrl)
  vi.stubEnv('DATABASE_URL', store.webUrl)
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32))
  team = await import('./team')
  secret = await import('../secret')
  for (const person of [owner, second]) {
    const [row] = await sql`insert into "user" (email) values (${person.email}) returning id`
    person.id = String(row?.id)
  }
  const [made] =
    await sql`insert into company (slug, name, time_zone) values ('team', 'Example Team', 'UTC') returning id`
  company.id = String(made?.id)
  await sql`insert into member (company_id, user_id, role) values (${company.id}, ${owner.id}, 'owner')`
})
afterAll(async () => {
  const { getDb } = await import('../db')
  await getDb().$client.end({ timeout: 1 })
  await sql.end()
  await store.drop()
})

/** The token in the newest mail to an address. */
async function newestToken(email: string): Promise<string> {
  const rows = await sql`select payload from graphile_worker._private_jobs order by id desc`
  const mails = rows.map(({ payload }) => JSON.parse(secret.unseal(payload.sealed, 'mail')))
  return String(mails.find(({ to }) => to === email)?.link.href)
    .split('/')
    .at(-1) as string
}
const roleOf = async ({ id }: { id: string }) =>
  (await sql`select role from member where company_id = ${company.id} and user_id = ${id}`)[0]?.role
const invite = (email: string, role: 'viewer' | 'recruiter' | 'owner') => team.invite(owner, company, email, role)
const later = () => sql`update invitation set created_at = created_at - interval '11 minutes'`

test('a second press of “Send an invitation” says that it was sent; one with another role takes its place', async () => {
  const pressed = await Promise.allSettled([1, 2, 3].map(() => invite(second.email, 'recruiter')))
  expect(pressed.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  await expect(invite(second.email, 'recruiter')).rejects.toThrow('Already sent: team-second@example.net has')
  const token = await newestToken(second.email)
  await invite(second.email, 'viewer')
  expect(await team.acceptInvitation(token, second)).toBeNull()
  expect((await team.listInvitations(company.id)).map(({ role }) => role)).toEqual(['viewer'])
  await later()
  await invite(second.email, 'viewer')
})

test('accepting twice: the second press finds a member; a new invitation changes the role', async () => {
  const token = await newestToken(second.email)
  const pressed = await Promise.all([1, 2, 3].map(() => team.acceptInvitation(token, second)))
  expect(pressed.filter((slug) => slug === 'team').length).toBe(1)
  expect(await team.getInvitation(token)).toMatchObject({ open: false, now: 'viewer' })
  await expect(invite(second.email, 'viewer')).rejects.toThrow('works here as viewer already')
  await invite(second.email, 'owner')
  const again = await newestToken(second.email)
  expect(await team.getInvitation(again)).toMatchObject({ open: true, now: 'viewer', role: 'owner' })
  expect(await team.acceptInvitation(again, second)).toBe('team')
  expect(await roleOf(second)).toBe('owner')
})

test('the only owner stays one, however an invitation is worded', async () => {
  await team.setRole(owner.id, company.id, owner.id, 'viewer')
  await invite(second.email, 'viewer')
  const token = await newestToken(second.email)
  await expect(team.acceptInvitation(token, second)).rejects.toThrow('keeps at least one owner')
  expect(await roleOf(second)).toBe('owner')
  expect(await team.getInvitation(token)).toMatchObject({ open: true })
})

test('what is so already, or gone, is said as it is', async () => {
  await expect(team.setRole(second.id, company.id, owner.id, 'viewer')).rejects.toThrow('works here as viewer already')
  await team.setRole(second.id, company.id, owner.id, null)
  await expect(team.setRole(second.id, company.id, owner.id, null)).rejects.toThrow('no member any more')
  await expect(team.setRole(second.id, company.id, second.id, null)).rejects.toThrow('keeps at least one owner')
  await invite('third@example.net', 'viewer')
  const [open] = (await team.listInvitations(company.id)).filter(({ email }) => email === 'third@example.net')
  await team.withdrawInvitation(company.id, String(open?.id))
  await expect(team.withdrawInvitation(company.id, String(open?.id))).rejects.toThrow('used or taken back already')
})
