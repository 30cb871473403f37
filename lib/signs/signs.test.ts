import { expect, test } from 'vitest'
import { type Brand, newSigns, signsIn } from './signs'

const BRANDS: Brand[] = [
  { name: 'Example Rail', domain: 'rail.example' },
  { name: 'Apple', domain: 'apple.com', common: true },
]
const risks = (text: string) => [...new Set(signsIn([text], BRANDS).map(({ risk }) => risk))]

test.each([
  ['Send a registration fee of $50 first.', 'payment'],
  ['Training is paid by you: wire transfer before the first day.', 'payment'],
  ['You will be refunded with gift cards.', 'payment'],
  ['Pay us 40 dollars for the kit', 'payment'],
  ['We need your bank account.', 'payment'],
  ['Write to us on WhatsApp', 'messenger'],
  ['Write to us on WhаtsАpp', 'messenger'],
  ['Write to us on W h a t s - A p p', 'messenger'],
  ['Write to us on What\u200bs\u200bApp', 'messenger'],
  ['Our Telegram: @jobs', 'messenger'],
  ['Call +1 (303) 555-0142', 'messenger'],
  ['303-555-0142', 'messenger'],
  ['Text me for the address', 'messenger'],
  ['Send a copy of your passport', 'papers'],
  ['We ask for a photo of your driver license', 'papers'],
  ['Your SSN, please', 'papers'],
  ['See https://win.example.net', 'links'],
  ['See www.example.com', 'links'],
  ['See jobs-now.com for more', 'links'],
  ['Mail hr@jobs-now.com', 'links'],
  ['jobs-now dot com', 'links'],
  ['We are Example Rail', 'brand'],
  ['we are EXAMPLE RAIL, really', 'brand'],
  ['Write to rail.example', 'brand'],
  ['A team at Apple', 'brand'],
])('%s: %s', (text, risk) => {
  expect(risks(text)).toContain(risk)
})

test.each([
  'We move freight at night, and want to know what may go wrong with it.',
  'Health insurance, a pension plan and four weeks of leave.',
  'Night shifts from 22:00 to 06:00; $98,000 - $124,000 a year.',
  'You write Node.js and ASP.NET, e.g. at 5 p.m. in the U.S.',
  'Price risk; explain it to the board.',
  'An apple a day. The Example Railway.',
  'A valid driver’s license.',
])('%s: nothing stands out', (text) => {
  expect(risks(text)).toEqual([])
})

test('a sentence that stood there before was read; a new one of the same kind was not', () => {
  const before = signsIn(['We never ask for a fee. See www.example.com'], BRANDS)
  const same = signsIn(['Hello.\nWe never ask  for a fee. See www.example.com'], BRANDS)
  expect(newSigns(before, same)).toEqual([])
  const other = signsIn(['We ask for a fee. See www.example.com'], BRANDS)
  expect(newSigns(before, other)).toEqual([{ risk: 'payment', words: 'We ask for a fee.' }])
})
