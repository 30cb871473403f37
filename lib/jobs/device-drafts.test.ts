import { expect, test } from 'vitest'
import { type DeviceDraft, deviceKey, forgetOnDevice, keepOnDevice, listOnDevice } from './device-drafts'

const NOW = Date.parse('2026-11-24T12:04:00Z')
const DAY = 86_400_000

/** A device's storage, with room for so many letters. */
function makeShelf(room = 1000) {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, text: string) {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, text)
    },
    removeItem: (key: string) => void kept.delete(key),
    key: (n: number) => [...kept.keys()][n] ?? null,
    get length() {
      return kept.size
    },
  }
}

const draft = (user: string, changes: Partial<DeviceDraft> = {}): DeviceDraft => ({
  key: deviceKey(user, 'example', changes.job ?? 'one', String(changes.at ?? NOW)),
  job: 'one',
  edition: 2,
  at: NOW,
  values: { title: 'Night nurse' },
  ...changes,
})

test('a draft comes back to the person, company and posting it belongs to, and to nobody else', () => {
  const shelf = makeShelf()
  expect(keepOnDevice(shelf, draft('ana'))).toBe(true)
  keepOnDevice(shelf, draft('ana', { job: 'two' }))
  expect(listOnDevice(shelf, 'ana', 'example', 'one', NOW)).toEqual([draft('ana')])
  expect(listOnDevice(shelf, 'ben', 'example', 'one', NOW)).toEqual([])
  expect(listOnDevice(shelf, 'ana', 'example-two', 'one', NOW)).toEqual([])
})

test('forms of a new posting are found without knowing its id, newest first', () => {
  const shelf = makeShelf()
  for (const at of [NOW - 2, NOW - 1]) keepOnDevice(shelf, draft('ana', { job: `new-${at}`, edition: 0, at }))
  keepOnDevice(shelf, draft('ana'))
  expect(listOnDevice(shelf, 'ana', 'example', undefined, NOW).map(({ at }) => at)).toEqual([NOW - 1, NOW - 2])
})

test('a draft goes after 30 days, and what cannot be read goes at once', () => {
  const shelf = makeShelf()
  keepOnDevice(shelf, draft('ana', { at: NOW - 31 * DAY }))
  keepOnDevice(shelf, draft('ben', { at: NOW - 29 * DAY }))
  shelf.setItem(deviceKey('ana', 'example', 'one', 'broken'), '{"at":')
  shelf.setItem('another app', 'stays')
  expect(listOnDevice(shelf, 'ana', 'example', 'one', NOW)).toEqual([])
  expect(shelf.length).toBe(2)
})

test('signing out forgets the person’s drafts only', () => {
  const shelf = makeShelf()
  for (const user of ['ana', 'ben']) keepOnDevice(shelf, draft(user))
  forgetOnDevice(shelf, 'ana')
  expect(listOnDevice(shelf, 'ana', 'example', 'one', NOW)).toEqual([])
  expect(listOnDevice(shelf, 'ben', 'example', 'one', NOW)).toHaveLength(1)
})

test('a device without room says so instead of throwing', () => {
  expect(keepOnDevice(makeShelf(10), draft('ana'))).toBe(false)
})
