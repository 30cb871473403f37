import { expect, test, vi } from 'vitest'

vi.stubEnv('AUTH_SECRET', 'a'.repeat(32))
const { previewPath, readPreview, PREVIEW_DAYS } = await import('./preview')

const NOW = Date.UTC(2026, 10, 24)
const token = previewPath({ kind: 'write-up', id: 'actuary' }, NOW).split('/').at(-1) ?? ''

test('a link shows its draft until it ends', () => {
  expect(readPreview(token, NOW)).toEqual({ kind: 'write-up', id: 'actuary' })
  expect(readPreview(token, NOW + PREVIEW_DAYS * 86_400_000 - 1)).toBeDefined()
  expect(readPreview(token, NOW + PREVIEW_DAYS * 86_400_000)).toBeUndefined()
})

test('a link that was changed shows nothing', () => {
  for (const at of [0, 20, 60]) {
    const letter = token[at] === 'A' ? 'B' : 'A'
    expect(readPreview(token.slice(0, at) + letter + token.slice(at + 1), NOW)).toBeUndefined()
  }
  for (const other of ['', 'x', '../actuary', 'A'.repeat(5000)]) expect(readPreview(other, NOW)).toBeUndefined()
})
