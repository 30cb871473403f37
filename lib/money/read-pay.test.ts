import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inWords } from './digits'
import { readPay } from './read-pay'

const read = (text: string, currency = 'USD', unit = 'YEAR') => {
  const pay = readPay(text, currency, unit)
  if (pay.kind === 'pay') return pay.low === pay.high ? pay.low : [pay.low, pay.high]
  return pay.kind === 'none' ? undefined : pay.says
}

test.each([
  ['62000', 62000],
  ['$88,000', 88000],
  ['31.50', 31.5],
  ['31.5', 31.5],
  ['45 000', 45000],
  ['45\u00A0000', 45000],
  ['45\u2009000', 45000],
  ['45\u202F000', 45000],
  ["45'000", 45000],
  ['45’000', 45000],
  ['62k', 62000],
  ['62K', 62000],
  ['62.5k', 62500],
  ['62 k', 62000],
  ['62 thousand', 62000],
  ['1,234.56', 1234.56],
  ['1.234,56', 1234.56],
  ['1 234,56', 1234.56],
  ["1'234.50", 1234.5],
  ['1,234,567', 1234567],
  ['1.234.567', 1234567],
  ['1,00,000', 100000],
  ['12,50,000', 1250000],
  ['USD 62,000', 62000],
  ['62,000 USD', 62000],
  ['US$62,000', 62000],
  ['62,000 dollars', 62000],
  ['62000USD', 62000],
  ['USD62000', 62000],
  ['62,000.', 62000],
  ['60\u00AD000', 60000],
  ['62,000\u200B', 62000],
  ['６２０００', 62000],
  ['６２，０００', 62000],
  ['٦٢٠٠٠', 62000],
  ['٦٢٬٠٠٠', 62000],
  ['٣١٫٥٠', 31.5],
  ['۶۲۰۰۰', 62000],
  ['६२०००', 62000],
  ['62,000 a year', 62000],
  ['62,000/yr', 62000],
  ['$62,000 per annum', 62000],
  ['62,000 p.a.', 62000],
  ['45,-', 45],
  ['45.–', 45],
  ['60,000–80,000', [60000, 80000]],
  ['60,000 - 80,000', [60000, 80000]],
  ['60-80k', [60000, 80000]],
  ['60k-80', [60000, 80000]],
  ['$60k to $80k', [60000, 80000]],
  ['60to80k', [60000, 80000]],
  ['$60k–$80k', [60000, 80000]],
  ['between 60,000 and 80,000', [60000, 80000]],
  ['from $60k to $80k', [60000, 80000]],
  ['$31.50 – $40 an hour', 'You wrote “an hour” and chose another unit below. Choose that there, and give the amount.'],
  ['', undefined],
  [' \u00A0', undefined],
])('%j is %j', (text, pay) => expect(read(text)).toEqual(pay))

test.each([
  ['31,50', 'EUR', 31.5],
  ['31,5', 'EUR', 31.5],
  ['31,50 €', 'EUR', 31.5],
  ['€31.50/hr', 'EUR', 31.5],
  ['£31.50 an hour', 'GBP', 31.5],
  ['CHF 45.50', 'CHF', 45.5],
  ['Fr. 45.50', 'CHF', 45.5],
  ['₹450', 'INR', 450],
  ['Rs. 450', 'INR', 450],
  ['450 kr', 'SEK', 450],
  ['450kr', 'SEK', 450],
  ['¥1500', 'JPY', 1500],
  ['CA$40', 'CAD', 40],
  ['$40', 'CAD', 40],
  ['NZ$40', 'NZD', 40],
  ['MX$400', 'MXN', 400],
  ['30,50–40,50 €', 'EUR', [30.5, 40.5]],
])('%j of %s an hour is %j', (text, currency, pay) => expect(read(text, currency, 'HOUR')).toEqual(pay))

describe('what can be read in two ways is asked', () => {
  test.each([
    ['45.000', 'USD', '“45.000”: forty-five thousand, or forty-five? Write 45000 or 45.'],
    ['45.000', 'EUR', '“45.000”: forty-five thousand, or forty-five? Write 45000 or 45.'],
    ['45,000', 'EUR', '“45,000”: forty-five thousand, or forty-five? Write 45000 or 45.'],
    ['120.000 €', 'EUR', '“120.000”: one hundred twenty thousand, or one hundred twenty? Write 120000 or 120.'],
    ['1.234', 'USD', '“1.234”: 1,234, or 1.23? Write 1234 or 1.23.'],
    ['31.250', 'USD', '“31.250”: 31,250, or 31.25? Write 31250 or 31.25.'],
    ['45.000–60.000', 'EUR', '“45.000”: forty-five thousand, or forty-five? Write 45000 or 45.'],
  ])('%s %s', (text, currency, says) => expect(read(text, currency)).toBe(says))
  test('but not where both ends say it', () => expect(read('60,000–80,000', 'EUR')).toEqual([60000, 80000]))
  test.each([
    ['€62,000', 'USD', '“€” is not USD'],
    ['$31.50', 'EUR', '“$” is not EUR'],
    ['62,000 CAD', 'USD', '“CAD” is not USD'],
    ['C$62,000', 'USD', '“C$” is not USD'],
  ])('a currency that is not the chosen one: %s %s', (text, currency, says) =>
    expect(read(text, currency)).toContain(says),
  )
})

test.each([
  '-5',
  '−62000',
  '(62000)',
  '0',
  '0.00',
  '6e4',
  '1E5',
  'NaN',
  'Infinity',
  '∞',
  '0x10',
  'lots',
  '62,00,0',
  '45 00',
  '1,2345',
  '1,23,45',
  '12.3456',
  '1.2.3',
  '4500.000',
  '1,234.567.890',
  '1.234.56',
  '1,234,56',
  '62k5',
  'k',
  '$',
  '60--80',
  '60-80-90',
  '80-60',
  '60,000+',
  'up to 80k',
  'from 60k',
  '>60000',
  '~',
  '62000 62000',
  '99999999999',
  '6 0 0 0 0',
  '½',
  '62m',
])('%j is refused with a sentence', (text) => expect(read(text)).toMatch(/^[A-Z“].*[.?]$/))

const amounts = fc.integer({ min: 1, max: 99_999_999 }).map((cents) => cents / 100)

test('an amount written in any usual way comes back as itself', () => {
  const ways: ((n: number) => string)[] = [
    String,
    (n) => n.toFixed(2),
    (n) => n.toLocaleString('en-US', { minimumFractionDigits: 2 }),
    (n) => n.toLocaleString('de-DE', { minimumFractionDigits: 2 }),
    (n) => n.toLocaleString('fr-FR', { minimumFractionDigits: 2 }),
    (n) => n.toLocaleString('de-CH', { minimumFractionDigits: 2 }),
    (n) => n.toLocaleString('en-IN', { minimumFractionDigits: 2 }),
    (n) => n.toLocaleString('ar-EG', { minimumFractionDigits: 2 }),
    (n) => n.toLocaleString('en-US', { style: 'currency', currency: 'USD' }),
    (n) => `${n.toFixed(2)} USD`,
  ]
  fc.assert(
    fc.property(amounts, fc.constantFrom(...ways), (n, way) => {
      expect(read(way(n))).toBe(n)
    }),
  )
})

test('whatever is typed is nothing, an amount above zero, or a sentence', () => {
  const unit = fc.constantFrom(...'0123456789.,-–k $€ eE+')
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 12 }), fc.string({ unit: 'binary' })), (text) => {
      const pay = readPay(text, 'EUR', 'YEAR')
      if (pay.kind === 'pay') expect(pay.low > 0 && pay.low <= pay.high && pay.high <= 1e9).toBe(true)
      if (pay.kind === 'wrong') expect(pay.says).toMatch(/\S{3}/)
    }),
    { numRuns: 5000 },
  )
})

test('numbers in words', () =>
  expect([0, 9, 10, 19, 20, 45, 99, 100, 120, 999].map(inWords)).toEqual([
    'zero',
    'nine',
    'ten',
    'nineteen',
    'twenty',
    'forty-five',
    'ninety-nine',
    'one hundred',
    'one hundred twenty',
    'nine hundred ninety-nine',
  ]))
