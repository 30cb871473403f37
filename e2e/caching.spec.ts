import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from '@/bin/steps.mjs'
import { ask } from './ask'
import { type OwnServer, startOwnServer } from './own-server'
import { openSql } from './people'
import { putJob } from './postings'
import { longestOf } from './shared-cache'

/** What a moderator has removed may stand in a shared cache no longer, in seconds. */
const BOUND = 120
const RSC = { rsc: '1' }
const sql = openSql()

let dead: OwnServer
let pages: string[] = []

test.beforeAll(async () => {
  dead = await startOwnServer('postgres://rolebook_web:x@127.0.0.1:1/none')
  await sql`
    insert into company (slug, name, time_zone) values ('example-caching', 'Example Caching', 'UTC') on conflict do nothing`
  const { slug } = await putJob(sql, 'example-caching', { title: 'Caching clerk' })
  pages = [
    ...['/', '/roles', '/sources', '/roles/paralegal', '/families/legal', '/compare/paralegal-vs-registered-nurse'],
    ...[`/jobs/${slug}`, '/companies/example-caching'],
  ]
})
test.afterAll(() => dead?.stop())

test('no shared cache keeps a reader’s page longer than two minutes, nor what stands beside it', async () => {
  const beside = ['/sitemap.xml', '/sitemaps/jobs.xml', '/sitemaps/roles.xml', '/robots.txt', '/editing.md']
  for (const path of [...pages, ...beside])
    for (const options of [{}, {}, { method: 'HEAD' }, { headers: RSC }]) {
      const answer = await ask(path, options)
      const what = `${path} ${JSON.stringify(options)} ${answer.headers['cache-control']}`
      expect(answer.status, what).toBeLessThan(400)
      expect(longestOf(answer), what).toBeLessThanOrEqual(BOUND)
    }
  // It is shared all the same: a cache in front takes the load.
  for (const path of pages) {
    const answer = await ask(path)
    expect(answer.headers['cache-control'], path).toBe(
      'public, max-age=0, s-maxage=60, stale-while-revalidate=60, stale-if-error=60',
    )
    const again = await ask(path, { headers: { 'if-none-match': String(answer.headers.etag) } })
    expect([again.status, longestOf(again)], path).toEqual([304, BOUND])
  }
})

test('what is not there, or not there any more, is kept by nobody', async () => {
  const none = [
    ...['/nonsense', '/roles/none', '/families/none', '/compare/none-vs-paralegal', '/jobs/none-1234567890'],
    ...[
      '/companies/none',
      `/logos/${'a'.repeat(64)}`,
      '/sitemaps/none.xml',
      '/_next/static/none.js',
      '/modules/none.js',
    ],
    ...['/invitation/none', '/preview/none', '/review', '/roles/%00', '/api/none', '/.env'],
  ]
  for (const path of none)
    for (const options of [{}, { method: 'HEAD' }, { headers: RSC }]) {
      const { status, headers } = await ask(path, options)
      const what = `${path} ${JSON.stringify(options)} ${status}`
      if (status === 307) expect(headers['cache-control'], what).toMatch(/no-store/)
      else expect([status >= 400, headers['cache-control']], what).toEqual([true, expect.stringContaining('no-store')])
    }
})

test('an error is kept by nobody', async () => {
  for (const path of [
    '/roles/actuary',
    '/jobs',
    '/search?q=nurse',
    '/sitemaps/jobs.xml',
    '/api/ready',
    `/logos/${'a'.repeat(64)}`,
  ])
    for (const headers of [{}, RSC]) {
      const answer = await ask(path, { site: dead.url, headers: headers as Record<string, string> })
      expect([answer.status >= 500 || answer.status === 307, answer.headers['cache-control']], path).toEqual([
        true,
        expect.stringContaining('no-store'),
      ])
    }
  const refused = [
    ask('/compare', { method: 'POST' }),
    ask('/roles', { method: 'TRACE' }),
    ask('/api/health', { method: 'POST', headers: { origin: new URL(dead.url).origin }, site: dead.url }),
  ]
  for (const { status, headers } of await Promise.all(refused))
    expect([status >= 400, headers['cache-control']]).toEqual([true, expect.stringContaining('no-store')])
})

test('a redirect lasts no longer than a page; files named by their bytes last', async () => {
  for (const path of ['/roles/registered-nurses', '/compare/registered-nurse-vs-paralegal', '/roles/paralegal/']) {
    const answer = await ask(path)
    expect([answer.status, longestOf(answer) <= BOUND], path).toEqual([308, true])
  }
  const file = readdirSync(join(root, '.next/static/chunks')).find(
    (name) => name.endsWith('.css') || name.endsWith('.js'),
  )
  const { headers } = await ask(`/_next/static/chunks/${file}`)
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
})
