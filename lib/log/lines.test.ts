import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { describeForLog, logRequestError } from './console.mjs'
import { tellRepeated, writeLine } from './lines.mjs'

let lines: Record<string, unknown>[] = []
beforeEach(() => {
  vi.useFakeTimers()
  tellRepeated()
  tellRepeated()
  lines = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    expect(String(text)).toMatch(/^\{[^\n]*\}\n$/)
    lines.push(JSON.parse(String(text)))
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** A read of a session that failed, as drizzle throws it. */
const failure = (code: string, message: string) =>
  Object.assign(new Error('Failed query: select "hash" from "session" where "hash" = $1\nparams: canary-hash'), {
    name: 'DrizzleQueryError',
    cause: Object.assign(new Error(message), { code }),
  })

test('twenty seconds of an outage under load are a few lines, which count every failure and give the store’s reason', () => {
  const paths = ['/', '/roles/a', '/roles/b', '/jobs', '/search', '/employer', '/compare/a-vs-b']
  const reasons: [string, string][] = [
    ['57P01', 'terminating connection due to administrator command'],
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['CONNECT_TIMEOUT', 'write CONNECT_TIMEOUT 127.0.0.1:5432'],
  ]
  const failed = 20_000
  for (let i = 0; i < failed; i += 1) {
    const [code, message] = reasons[i % reasons.length] ?? ['', '']
    logRequestError(failure(code, message), { path: paths[i % paths.length], method: 'GET', request: `r-${i}` })
    vi.advanceTimersByTime(1)
  }
  vi.advanceTimersByTime(60_000)
  expect(lines.length).toBeLessThan(20)
  expect(lines.reduce((sum, { times }) => sum + (times === undefined ? 1 : Number(times)), 0)).toBe(failed)
  expect(JSON.stringify(lines)).not.toMatch(/canary|select|Failed query|params/)
  expect(lines[0]).toMatchObject({
    level: 'error',
    kind: 'DrizzleQueryError',
    reason: 'terminating connection due to administrator command',
    code: '57P01',
    path: '/',
    request: 'r-0',
  })
  const summed = lines.find(({ times }) => times)
  expect(summed).toMatchObject({ code: '57P01', times: expect.any(Number), since: lines[0]?.time })
  expect(paths).toEqual(expect.arrayContaining(summed?.paths as string[]))
})

test('trouble of ever other words does not fill the disk either, and is counted', () => {
  for (let i = 0; i < 5000; i += 1) writeLine('error', { reason: `odd ${i}` })
  vi.advanceTimersByTime(10_000)
  expect(lines.length).toBeLessThan(60)
  expect(lines.at(-1)).toMatchObject({ event: 'other trouble', times: expect.any(Number) })
})

test('who signed in and what was reviewed is told each time', () => {
  for (let i = 0; i < 50; i += 1) writeLine('info', { event: 'sign-in', user: 'u' })
  expect(lines).toHaveLength(50)
})

test('what was mended and breaks again later is told as new', () => {
  writeLine('error', { reason: 'broken' })
  vi.advanceTimersByTime(30_000)
  writeLine('error', { reason: 'broken' })
  expect(lines.map(({ times }) => times)).toEqual([undefined, undefined])
})

test('a value that Postgres quotes in its reason is left out, a name is not', () => {
  expect(describeForLog(failure('22P02', 'invalid input syntax for type uuid: "canary"'))).toMatchObject({
    reason: 'invalid input syntax for type uuid: "…"',
  })
  expect(describeForLog(failure('42P01', 'relation "job" does not exist'))).toMatchObject({
    reason: 'relation "job" does not exist',
  })
  expect(describeForLog(new Error('Failed query: select 1\nparams: canary'))).toMatchObject({
    reason: 'a query failed',
  })
})
