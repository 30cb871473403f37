import { expect, test } from 'vitest'
import { normaliseEmail } from './email'
import { safePath } from './return-to'

test('plain addresses come out in one form', () => {
  expect(normaliseEmail(' Ana.B+jobs@Example.COM ')).toBe('ana.b+jobs@example.com')
})

test.each([
  'ana',
  'ana@localhost',
  '"ana@evil.example"@example.com',
  'ana@example.com, b@evil.example',
  'ana@example.com\r\nBcc: b@evil.example',
  'ana(comment)@example.com',
  'ana(a(b))@example.com',
  'ana＠example.com',
  'ana@evil.example＠example.com',
  'ana@exаmple.com',
  'ana@@example.com',
  '.ana@example.com',
  'ana..b@example.com',
  'ana@-example.com',
  'ana@127.0.0.1',
  'ana@[127.0.0.1]',
  '<ana@example.com>',
  `${'a'.repeat(65)}@example.com`,
  'ana\0@example.com',
])('%j is refused (21)', (typed) => {
  expect(normaliseEmail(typed)).toBeNull()
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  'https://evil.example/',
  '/%2F%2Fevil.example',
  '/a//b',
  '/a@evil.example',
  '/\tevil',
  '/../x',
  `/${'a'.repeat(600)}`,
  'javascript:x',
  '',
  undefined,
  ['/a'],
])('%j leads nowhere else (34)', (wanted) => {
  expect(safePath(wanted)).toBe('/employer')
})

test('a path of ours is kept', () => {
  expect(safePath('/employer/a-b/jobs?x=1')).toBe('/employer/a-b/jobs?x=1')
})
