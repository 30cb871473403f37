import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDns } from '@/bin/testing/dns'

const TOKEN = '0123456789abcdef0123456789abcdef'
const VALUE = `rolebook-verification=${TOKEN}`
let dns: Awaited<ReturnType<typeof startDns>>
let check: typeof import('./dns').checkRecord

beforeAll(async () => {
  dns = await startDns({
    '_rolebook.right.example': [['v=spf1 -all'], [VALUE]],
    '_rolebook.split.example': [[VALUE.slice(0, 10), VALUE.slice(10)]],
    '_rolebook.wrong.example': [['rolebook-verification=another'], [`${VALUE}0`]],
    '_rolebook.empty.example': [],
    '_rolebook.silent.example': 'silent',
    'right.example': [[VALUE]],
  })
  process.env.DNS_SERVER = dns.address
  check = (await import('./dns')).checkRecord
})
afterAll(() => dns.stop())

test('the right record is found, also among others and in several strings', async () => {
  expect(await check('right.example', TOKEN)).toBe('found')
  expect(await check('split.example', TOKEN)).toBe('found')
})

test('another value, no record and no such name prove nothing', async () => {
  expect(await check('wrong.example', TOKEN)).toBe('other')
  expect(await check('right.example', 'ffff')).toBe('other')
  expect(await check('empty.example', TOKEN)).toBe('none')
  expect(await check('missing.example', TOKEN)).toBe('none')
})

test('a server that keeps silent is given up in seconds', async () => {
  const since = performance.now()
  expect(await check('silent.example', TOKEN)).toBe('silent')
  expect(performance.now() - since).toBeLessThan(6000)
})

test('only the one name is asked for, and only of the name server (35)', async () => {
  dns.asked.length = 0
  await check('right.example', TOKEN)
  expect(new Set(dns.asked)).toEqual(new Set(['_rolebook.right.example']))
})
