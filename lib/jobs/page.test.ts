import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { typedPosting } from '@/bin/testing/posting'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { connectOwner } from '@/lib/owner-db'

let store: TestStore
let sql: ReturnType<typeof connectOwner>
let [companyId, userId] = ['', '']

beforeAll(async () => {
  store = await createFilledStore()
  sql = connectOwner(store.ownerUrl)
  vi.stubEnv('DATABASE_URL', store.webUrl)
  vi.stubEnv('AUTH_SECRET', 'x'.repeat(32))
  const [company] = await sql`
    insert into company (slug, name, time_zone) values ('example-kept', 'Example Kept', 'America/Denver') returning id`
  const [user] = await sql`insert into "user" (email) values ('kept@example.net') returning id`
  companyId = String(company?.id)
  userId = String(user?.id)
})
afterAll(async () => {
  const { getDb } = await import('../db')
  await getDb().$client.end({ timeout: 1 })
  await sql.end()
  await store.drop()
})

test('an option dropped, a field added and a length tightened: a live posting is shown, paused, renewed and ended with its words', async () => {
  const { createJob, moveJob } = await import('./mutations')
  const { listJobs } = await import('./queries')
  const typed = typedPosting({
    employmentType: ['PER_DIEM'],
    workplace: 'hybrid',
    benefits: 'A bicycle, health insurance',
  })
  const make = async (text: boolean) => {
    const id = await createJob(companyId, userId, typed)
    const move = (action: Parameters<typeof moveJob>[0]['action'], by: 'recruiter' | 'reviewer') =>
      moveJob({ id, companyId, action, by, userId })
    await move('submit', 'recruiter')
    await move('approve', 'reviewer')
    expect(await move('publish', 'recruiter')).toMatchObject({ state: 'live' })
    // As versions of the first release lie in the store: with nothing beside their text.
    if (text) await sql`update job_version set reading = null where job_id = ${id}`
    const [row] = await sql`select slug, time_zone from job where id = ${id}`
    return { id, slug: String(row?.slug) }
  }
  const made = [await make(false), await make(true)]
  const approved = await createJob(companyId, userId, typed)
  await moveJob({ id: approved, companyId, action: 'submit', by: 'recruiter', userId })
  await moveJob({ id: approved, action: 'approve', by: 'reviewer', userId })

  vi.resetModules()
  vi.doMock('./options', async (original) => {
    const options = await original<typeof import('./options')>()
    return {
      ...options,
      EMPLOYMENT_TYPES: options.EMPLOYMENT_TYPES.filter(([key]) => key !== 'PER_DIEM'),
      WORKPLACES: options.WORKPLACES.filter(([key]) => key !== 'hybrid'),
    }
  })
  vi.doMock('./content', async (original) => ({
    ...(await original<typeof import('./content')>()),
    parseContent: () => ({ errors: { title: 'At most 5 letters.', contract: 'Say what the contract is.' } }),
  }))
  const [page, again, reviewed] = await Promise.all([
    import('./page'),
    import('./mutations'),
    import('./review-queries'),
  ])
  const { readStored } = await import('./stored')
  for (const { id, slug } of made) {
    const shown = await page.getJobPage(slug)
    expect(shown?.content).toMatchObject({ title: typed.title, employmentType: ['PER_DIEM'], benefits: typed.benefits })
    expect((await listJobs({})).map((job) => job.id)).toContain(id)
    const asked = await reviewed.getJobForReview(id)
    expect(asked && readStored(asked).title).toBe(typed.title)
    const move = (action: Parameters<typeof moveJob>[0]['action']) =>
      again.moveJob({ id, companyId, action, by: 'recruiter', userId })
    expect(await move('pause')).toMatchObject({ state: 'paused' })
    expect(await move('resume')).toMatchObject({ state: 'live' })
    expect(await move('fill')).toMatchObject({ state: 'filled' })
    expect((await page.getJobPage(slug))?.banner).toBe('This job has been filled.')
  }
  // What a reviewer has approved may be published; what is sent now is checked as the form asks now.
  const now = (action: 'publish' | 'submit', id: string) =>
    again.moveJob({ id, companyId, action, by: 'recruiter', userId })
  expect(await now('publish', approved)).toMatchObject({ state: 'live' })
  const late = await again.createJob(companyId, userId, typed)
  expect(await now('submit', late)).toMatchObject({ kind: 'refused', errors: { title: 'At most 5 letters.' } })
})
