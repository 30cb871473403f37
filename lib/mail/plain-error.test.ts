import { expect, test } from 'vitest'
import { plainError } from './plain-error'

test('an error is told in one line, without links, addresses and tokens', () => {
  const token = 'a'.repeat(43)
  expect(
    plainError(
      `550 spam:\r\n see https://x.example/sign-in/confirm?token=${token} for <ana@example.com>, id ${token}; smtp://u:p@mail`,
    ),
  ).toBe('550 spam: see [link] for [address] id […]; [link]')
  expect(plainError('connect ECONNREFUSED 127.0.0.1:25')).toBe('connect ECONNREFUSED 127.0.0.1:25')
})
