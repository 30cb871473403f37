import { expect, test } from 'vitest'
import { nameError } from './plain-name'

test.each([
  'win.example',
  'Prize at http://evil',
  'www.win',
  'Join t.me/win now',
  'WIN.COM',
  'win。com',
  'Example jobs-now.co.uk Freight',
  'Write to ana@win.example',
  'win dot com',
  'пример.рф',
  'Example\nBcc: b@win.example',
  'Example\r\nFreight',
  'Example\u2028Freight',
])('%j is no name', (name) => {
  expect(nameError(name)).toBeDefined()
})

test.each([
  'Example Freight',
  'X',
  'Яндекс',
  '株式会社',
  'Example & Sons, Inc.',
  'Example Co.Ltd',
  'St. Mary’s Hospital',
  'L.P.N. (nights)',
  'ASP.NET and Node.js developer',
  'Ph.D. student, 1.5 days a week',
  'A/B tester @ night',
  'Nr.5 e.V.',
  ' Example \n',
])('%j is one', (name) => {
  expect(nameError(name)).toBeUndefined()
})
