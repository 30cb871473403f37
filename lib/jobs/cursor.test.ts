import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor'

const id = '0f8fad5b-d9cb-469f-a165-70867728950e'

test('a place in the list comes back as it was written', () => {
  const place = { at: '2026-11-24T10:11:12.123456Z', id }
  expect(readCursor(writeCursor(place))).toEqual(place)
})

test.each([
  '',
  '3',
  'nonsense',
  `2026-13-01T00:00:00.0Z_${id}`,
  `2026-02-30T00:00:00.0Z_${id}`,
  `2026-01-01T25:00:00.0Z_${id}`,
  `0000-01-01T00:00:00.0Z_${id}`,
  `2026-01-01T00:00:00.0Z_${id}'--`,
  `2026-01-01T00:00:00Z_${id}`,
  '2026-01-01T00:00:00.0Z_x',
])('%j is no place in the list (60)', (text) => {
  expect(readCursor(text)).toBeUndefined()
})
