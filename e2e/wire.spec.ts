import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { ask } from './ask'

/** Rows of a list of the dataset, without its heading. */
const rowsOf = (file: string): number => readFileSync(`data/${file}`, 'utf8').trimEnd().split('\n').length - 1

const publishedWriteUps = (): number =>
  readdirSync('content/roles').filter((file) =>
    /^status: published$/m.test(readFileSync(`content/roles/${file}`, 'utf8')),
  ).length

const MOVED: [string, string][] = [
  ['/compare/registered-nurse-vs-paralegal', '/compare/paralegal-vs-registered-nurse'],
  ['/compare/registered-nurse-vs-paralegal?place=US&x=%26', '/compare/paralegal-vs-registered-nurse?place=US&x=%26'],
  ['/compare/Paralegal-VS-Registered-Nurse', '/compare/paralegal-vs-registered-nurse'],
  ['/compare/paralegal-vs-paralegal', '/roles/paralegal'],
  ['/compare/paralegals-vs-registered-nurse', '/compare/paralegal-vs-registered-nurse'],
  ['/roles/registered-nurses', '/roles/registered-nurse'],
  ['/roles/Registered-Nurse', '/roles/registered-nurse'],
  ['/roles/registered-nurse/', '/roles/registered-nurse'],
  ['/compare/paralegal-vs-registered-nurse/', '/compare/paralegal-vs-registered-nurse'],
  ['/roles/computer-user-support-specialists', '/roles/user-support-specialist'],
]

for (const [from, to] of MOVED) {
  test(`${from} moves for good to ${to}`, async () => {
    const answer = await ask(from)
    expect(answer.status).toBe(308)
    const location = new URL(String(answer.headers.location), process.env.E2E_URL)
    expect(location.pathname + location.search).toBe(to)
  })
}

const NOT_THERE = [
  '/roles/no-such-role',
  '/compare/no-such-vs-paralegal',
  '/compare/paralegal',
  '/compare/a-vs-b-vs-c',
  '/families/no-such-family',
  '/fixed/home',
  '/fixed/../fixed/home',
  '/roles/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/roles/%00',
  '/roles/%E0%A4%A',
  '/roles/__proto__',
  '/compare/constructor-vs-toString',
  `/roles/${'a'.repeat(8000)}`,
  '/roles/registered-nurse.json',
  '/nonsense',
  '/sitemaps/nonsense.xml',
]

for (const path of NOT_THERE) {
  test(`${path.slice(0, 60)} is not there`, async () => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toMatch(/at .*\.js:\d+|select |postgres/i)
  })
}

const KINDS = [
  '/',
  '/compare/paralegal-vs-registered-nurse',
  '/roles/paralegal',
  '/search?q=nurse',
  '/compare',
  '/nonsense',
  '/roles/none',
  '/sitemap.xml',
  '/robots.txt',
  '/api/health',
  '/api/ready',
]

for (const path of KINDS) {
  test(`${path} carries the headers that every answer carries`, async () => {
    const { headers } = await ask(path)
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['x-powered-by']).toBeUndefined()
    const policy = String(headers['content-security-policy'])
    for (const rule of [
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      'script-src',
    ]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'")
    expect(headers['set-cookie']).toBeUndefined()
  })
}

for (const origin of ['https://elsewhere.example', 'null', undefined]) {
  test(`a write with origin ${origin} is refused`, async () => {
    const answer = await ask('/compare', { method: 'POST', headers: origin ? { origin } : {} })
    expect(answer.status).toBe(403)
  })
}

test('HEAD answers like GET, without a body', async () => {
  const answer = await ask('/roles/paralegal', { method: 'HEAD' })
  expect(answer.status).toBe(200)
  expect(answer.body).toBe('')
})

test('pages do not depend on what a client says of itself', async () => {
  const plain = await ask('/roles/paralegal')
  const odd = await ask('/roles/paralegal', {
    headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', accept: 'text/x' },
  })
  expect(odd.body).toBe(plain.body)
  expect(plain.body).not.toContain('evil.example')
})

test('the sitemap lists roles and the indexed pairs, each of which answers 200 and may be indexed', async () => {
  const index = await ask('/sitemap.xml')
  expect(index.body).toMatch(/<sitemapindex/)
  const pairs = await ask('/sitemaps/comparisons.xml')
  const addresses = [...pairs.body.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname)
  const written = publishedWriteUps()
  expect(addresses.length).toBe((written * (written - 1)) / 2)
  for (const path of addresses.slice(0, 5)) {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    expect(answer.body).not.toContain('noindex')
  }
  const roles = await ask('/sitemaps/roles.xml')
  expect(roles.body.match(/<loc>/g)?.length).toBe(rowsOf('role-names.csv') + rowsOf('titles.csv'))
  expect((await ask('/compare/actuary-vs-general-dentist')).body).toContain('noindex')
})
