import { expect, test } from 'vitest'
import { isVisit } from './visit'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const visit = (headers: Record<string, string>, method = 'GET') => isVisit(method, new Headers(headers))

test('somebody opening a page counts, with an old browser too', () => {
  expect(visit({ 'User-Agent': CHROME, 'Sec-Fetch-Dest': 'document' })).toBe(true)
  expect(visit({ 'User-Agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) Safari/604.1' })).toBe(true)
})

test('bots, our own refresh, prefetches, parts of pages and other methods do not', () => {
  for (const agent of [
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'GPTBot/1.2',
    'curl/8.5.0',
    'python-requests/2.32',
    'rolebook-refresh bot',
  ])
    expect(visit({ 'User-Agent': agent }), agent).toBe(false)
  expect(visit({})).toBe(false)
  for (const extra of [
    { Purpose: 'prefetch' },
    { 'Sec-Purpose': 'prefetch' },
    { 'Sec-Purpose': 'prefetch;prerender' },
    { 'X-Moz': 'prefetch' },
    { 'Sec-Fetch-Dest': 'empty' },
    { 'Sec-Fetch-Dest': 'iframe' },
  ] as Record<string, string>[])
    expect(visit({ 'User-Agent': CHROME, ...extra }), JSON.stringify(extra)).toBe(false)
  for (const method of ['HEAD', 'POST']) expect(visit({ 'User-Agent': CHROME }, method), method).toBe(false)
})
