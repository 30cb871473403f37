import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { root } from '@/bin/steps.mjs'
import { type Answer, ask } from './ask'
import { type OwnServer, startOwnServer } from './own-server'
import { makePerson, openSql, SESSION, url } from './people'
import { putJob } from './postings'
import { built } from './replay'
import { makeSharedCache } from './shared-cache'

const sql = openSql()
const SLUG = 'example-headers'
const EMAIL = 'headers-owner@example.net'
const CANARY = 'Canary canner'
const statics = readdirSync(join(root, '.next/static'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
const addressOf = (file: string) => `/_next/static${file.slice(join(root, '.next/static').length)}`

let dead: OwnServer
let cookie = ''
let job = ''

test.describe.configure({ mode: 'default' })
test.beforeAll(async () => {
  dead = await startOwnServer('postgres://rolebook_web:store-canary-word@127.0.0.1:1/none')
  const owner = await makePerson(sql, EMAIL)
  cookie = `${SESSION}=${owner.token}`
  await sql`insert into reviewer (email) values (${EMAIL}) on conflict do nothing`
  const [company] = await sql`
    insert into company (slug, name, time_zone) values (${SLUG}, 'Example Headers', 'UTC')
    on conflict (slug) do update set name = excluded.name returning id`
  await sql`insert into member (company_id, user_id, role) values (${company?.id}, ${owner.id}, 'owner') on conflict do nothing`
  job = (await putJob(sql, SLUG, { state: 'submitted', title: CANARY })).id
})
test.afterAll(() => dead?.stop())

const RULES = ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", 'script-src']

function expectHeaders(what: string, { headers }: Answer) {
  expect(headers['strict-transport-security'], what).toBe('max-age=31536000; includeSubDomains')
  expect(headers['x-content-type-options'], what).toBe('nosniff')
  expect(headers['referrer-policy'], what).toBe('strict-origin-when-cross-origin')
  expect(headers['cross-origin-opener-policy'], what).toBe('same-origin')
  expect(headers['permissions-policy'], what).toContain('camera=()')
  expect(headers['x-powered-by'], what).toBeUndefined()
  const policy = String(headers['content-security-policy'])
  for (const rule of RULES) expect(policy, what).toContain(rule)
  expect(policy, what).not.toMatch(/script-src[^;]*'unsafe/)
}

test('every class of answer carries the headers (54)', async () => {
  const own = { origin: url }
  const classes: [string, number, Promise<Answer>][] = [
    ['document', 200, ask('/roles/paralegal')],
    ['dynamic page', 200, ask('/sign-in')],
    ['private page', 200, ask(`/employer/${SLUG}`, { headers: { cookie } })],
    ['not found, on a dynamic path', 404, ask('/employer/%00')],
    ['flight data', 200, ask('/sign-in?_rsc=', { headers: { rsc: '1' } })],
    ['not found, by the proxy', 404, ask('/roles/none')],
    ['not found, by a page', 404, ask('/review')],
    ['not found, by the framework', 404, ask('/_next/static/none.js')],
    ['moved', 308, ask('/roles/Paralegal')],
    ['moved, by the framework', 308, ask('/roles/')],
    ['sent to sign in', 307, ask('/employer')],
    ['refused origin', 403, ask('/jobs', { method: 'POST' })],
    ['wrong method', 405, ask('/api/health', { method: 'POST', headers: own })],
    ['method of no use', 405, ask('/roles', { method: 'TRACE' })],
    ['wrong kind', 415, ask('/api/auth/signin', { method: 'POST', headers: { ...own, 'content-type': 'text/plain' } })],
    ['failed page', 500, ask('/search?q=nurse', { site: dead.url })],
    ['not ready', 503, ask('/api/ready', { site: dead.url })],
    ['xml', 200, ask('/sitemap.xml')],
    ['text', 200, ask('/robots.txt')],
    ['json', 200, ask('/api/health')],
    ['picture', 200, ask('/icon.svg')],
    ['picture that browsers ask for by themselves', 200, ask('/favicon.ico')],
    ...['.js', '.css', '.woff2'].map((kind): [string, number, Promise<Answer>] => [
      `static ${kind}`,
      200,
      ask(addressOf(statics.find((file) => file.endsWith(kind)) ?? '')),
    ]),
  ]
  for (const [what, status, answer] of classes) {
    expect((await answer).status, what).toBe(status)
    expectHeaders(what, await answer)
  }
})

test('an error says nothing of the inside, and what is inside is not served (57)', async () => {
  for (const path of ['/search?q=nurse', '/jobs', '/roles/actuary', '/sitemaps/roles.xml', '/api/ready']) {
    const { status, body } = await ask(path, { site: dead.url })
    expect(status, path).toBeGreaterThanOrEqual(500)
    expect(body, path).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|store-canary-word|select |\.js:\d+|node_modules|digest/)
  }
  expect(statics.filter((file) => file.endsWith('.map'))).toEqual([])
  const inside = [
    '/.git/HEAD',
    '/.git/config',
    '/.env',
    '/.env.production',
    '/package.json',
    '/next.config.js',
    '/server.js',
    '/.next/BUILD_ID',
    '/_next/../server.js',
    '/_next/static/..%2f..%2fserver.js',
    '/_next/webpack-hmr',
    '/_next/mcp',
    '/__nextjs_original-stack-frames',
    '/__nextjs_source-map?filename=server.js',
    '/__nextjs_restart_dev',
    '/_next/server/server-reference-manifest.json',
    ...statics.filter((file) => file.endsWith('.js')).map((file) => `${addressOf(file)}.map`),
  ]
  for (const path of inside) expect((await ask(path)).status, path).toBe(404)
  for (const path of ['/roles/paralegal', '/sign-in', '/api/health', '/_next/static/none.js']) {
    const { status, body } = await ask(path, { method: 'TRACE', headers: { origin: url, 'x-echo': 'canary-echo' } })
    expect([status, body], path).toEqual([405, ''])
  }
})

test('no secret is in what browsers get (58)', async () => {
  const store = new URL(process.env.E2E_WEB_URL ?? '')
  const names = /AUTH_SECRET|DATABASE_URL|DATABASE_OWNER_URL|SMTP_URL|AUTH_\w+_SECRET|ENCRYPTION_KEY|postgres(ql)?:\/\//
  const values = [process.env.AUTH_SECRET ?? '', store.password]
  expect(values.every((value) => value.length >= 16)).toBe(true)
  const pages = ['/', '/roles/paralegal', '/sign-in', '/jobs', `/employer/${SLUG}`, `/employer/${SLUG}/team`, '/review']
  const answers = await Promise.all(pages.map((path) => ask(path, { headers: { cookie } })))
  const texts = [...statics.map((file) => readFileSync(file, 'latin1')), ...answers.map(({ body }) => body)]
  for (const text of texts) {
    expect(text).not.toMatch(names)
    for (const value of values) expect(text).not.toContain(value)
  }
})

test('nothing private is kept by a shared cache (55)', async () => {
  const through = makeSharedCache()
  const own = `/employer/${SLUG}`
  const inside = [own, `${own}/team`, `${own}/profile`, `${own}/jobs/${job}`, `${own}/jobs/${job}/preview`]
  const paths = [
    ...inside,
    '/employer',
    '/employer/account',
    '/review',
    `/review/${job}`,
    '/invitation/none',
    '/sign-in',
    '/sign-in/sent',
    '/api/auth/session',
    '/api/auth/csrf',
    '/',
    '/roles/actuary',
    '/jobs',
    '/search?q=actuary',
    `/companies/${SLUG}`,
  ]
  const flights = paths.map((path) => `${path}${path.includes('?') ? '&' : '?'}_rsc=`)
  for (const path of [...paths, ...flights]) {
    const headers: Record<string, string> = path.includes('_rsc') ? { rsc: '1' } : {}
    const mine = await through(path, { ...headers, cookie })
    if (mine.headers['set-cookie'] || /^\/(employer|review|sign-in|invitation|api)/.test(path))
      expect(mine.headers['cache-control'], path).toMatch(/private|no-store/)
    const theirs = await through(path, headers)
    for (const secret of [EMAIL, CANARY]) expect(theirs.body, path).not.toContain(secret)
    if (inside.includes(path)) expect(mine.body, path).toContain('Example Headers')
  }
  expect((await through('/roles/actuary')).hit).toBe(true)
})

test('what a client says of itself changes nobody else’s page (56)', async () => {
  const odd: Record<string, string>[] = [
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-scheme': 'http', 'x-forwarded-proto': 'http' },
    { 'x-original-url': '/employer', 'x-rewrite-url': '/employer' },
    { 'x-middleware-prefetch': '1', 'x-middleware-rewrite': '/sign-in', 'x-middleware-subrequest': 'proxy' },
    { 'x-nextjs-data': '1', 'x-matched-path': '/sign-in', 'x-now-route-matches': '1=x' },
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%22%22%5D' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { accept: 'text/x-component', 'accept-language': 'xx', range: 'bytes=0-10' },
    { 'x-prerender-revalidate': 'x', 'x-http-method-override': 'POST' },
  ]
  const fresh = [
    'baker',
    'carpenter',
    'dancer',
    'embalmer',
    'surveyor',
    'actor',
    'pharmacist',
    'optometrist',
    'podiatrist',
  ]
  for (const [n, headers] of odd.entries()) {
    const path = `/roles/${fresh[n]}`
    const first = await ask(path, { headers })
    const plain = await ask(path)
    expect(plain.status, path).toBe(200)
    expect(plain.headers['content-type'], path).toContain('text/html')
    expect(plain.body, path).toContain('<h1')
    expect(plain.body, path).not.toContain('evil.example')
    // One address, one text: also a cache that does not look at Vary cannot keep another in its place.
    if (first.status === 200) expect(first.body, `${path} ${JSON.stringify(headers)}`).toBe(plain.body)
    else expect([first.status, first.headers['cache-control']], path).toEqual([307, 'no-store'])
  }
})

test('a private page is not kept under the name of a file (56)', async () => {
  for (const path of [
    '/employer/x.css',
    '/employer/account/x.css',
    '/employer/account%2fx.css',
    '/employer/account;x.css',
    '/employer/account%00.css',
    '/employer/account.css',
    `/employer/${SLUG}/x.js`,
    `/employer/${SLUG}%3fx.css`,
    `/employer/${SLUG}/jobs/${job}/x.png`,
    `/review/${job}/x.css`,
    '/_next/static/..%2f..%2femployer/account',
  ]) {
    const { headers, body } = await ask(path, { headers: { cookie } })
    for (const secret of [EMAIL, CANARY]) expect(body, path).not.toContain(secret)
    expect(headers['cache-control'], path).toMatch(/private|no-store/)
  }
})

test('an address with dots in it does not slip past the proxy (4, 23)', async () => {
  for (const path of [
    '/_next/../employer/account',
    '/_next/static/%2e%2e/../employer/account',
    '/modules/./../employer/account',
  ]) {
    const { status, headers } = await ask(path, { headers: { cookie } })
    expect([status, headers['content-security-policy']], path).toEqual([200, expect.stringContaining("'nonce-")])
    expect((await ask(path, { method: 'POST', headers: { cookie } })).status, path).toBe(403)
  }
})

test('route handlers take no text and no JSON as a form (26)', async () => {
  const routes = Object.entries(built('app-path-routes-manifest.json') as Record<string, string>)
    .filter(([file]) => file.endsWith('/route'))
    .map(([, route]) => route.replace('[...nextauth]', 'callback/email').replace('[part]', 'jobs.xml'))
  expect(routes).toContain('/api/auth/callback/email')
  for (const path of [...routes, '/api/auth/signin/email', '/api/auth/signout']) {
    for (const type of ['text/plain', 'application/json', 'text/plain;application/x-www-form-urlencoded']) {
      const headers = { origin: url, cookie, 'content-type': type }
      const { status } = await ask(path, { method: 'POST', headers, body: '{"csrfToken":"x","email":"a@example.com"}' })
      expect([403, 404, 405, 415], `${path} ${type}`).toContain(status)
    }
  }
  expect((await ask('/employer/account', { headers: { cookie } })).status).toBe(200)
})

test('no picture is fetched or made by request (36)', async () => {
  for (const wanted of [
    '/icon.svg',
    'https://evil.example/x.png',
    '//evil.example/x.png',
    `${url}/icon.svg`,
    '/../.env',
  ]) {
    const { status, headers } = await ask(`/_next/image?url=${encodeURIComponent(wanted)}&w=64&q=75`)
    expect([400, 404], wanted).toContain(status)
    expect(headers['content-type'], wanted).not.toMatch(/^image/)
  }
})
