import type { Values } from '../forms'

/** What was typed in one open form, kept on the device until the store has it. */
export type DeviceDraft = {
  /** Its place on the device: person, company, posting and open form. */
  key: string
  job: string
  /** The edition it was typed on; 0 for a posting that the store did not have yet. */
  edition: number
  /** When it was typed, by the device's clock. */
  at: number
  values: Values
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** For a browser that forbids keeping anything. */
const NO_SHELF: Shelf = {
  length: 0,
  key: () => null,
  getItem: () => null,
  removeItem() {},
  setItem() {
    throw new Error('This browser keeps nothing.')
  },
}

/** Where this browser keeps things for the site. */
export function openShelf(): Shelf {
  try {
    return window.localStorage
  } catch {
    return NO_SHELF
  }
}

const PREFIX = 'rolebook.draft:'
const KEPT_DAYS = 30

/** Where one open form keeps what is typed. Another person's forms never look there. */
export const deviceKey = (user: string, company: string, job: string, form: string): string =>
  `${PREFIX}${user}:${company}:${job}:${form}`

/** @returns whether it is kept: a device may have no room, or forbid it */
export function keepOnDevice(shelf: Shelf, { key, ...draft }: DeviceDraft): boolean {
  try {
    shelf.setItem(key, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

const keysOf = (shelf: Shelf, prefix: string): string[] =>
  Array.from({ length: shelf.length }, (_, i) => shelf.key(i) ?? '').filter((key) => key.startsWith(prefix))

function read(shelf: Shelf, key: string): DeviceDraft | undefined {
  try {
    const draft = JSON.parse(shelf.getItem(key) ?? '') as DeviceDraft
    return typeof draft.at === 'number' && typeof draft.values === 'object' ? { ...draft, key } : undefined
  } catch {
    return undefined
  }
}

/**
 * What somebody has typed for a company's posting and the store may not have, newest first. Whatever anybody left here
 * more than 30 days ago is dropped on the way.
 * @param job the posting, or undefined for all that were not posted yet
 * @param now the device's clock, in milliseconds
 */
export function listOnDevice(shelf: Shelf, user: string, company: string, job: string | undefined, now: number) {
  for (const key of keysOf(shelf, PREFIX)) {
    const draft = read(shelf, key)
    if (!draft || now - draft.at > KEPT_DAYS * 86_400_000) shelf.removeItem(key)
  }
  return keysOf(shelf, `${PREFIX}${user}:${company}:`)
    .flatMap((key) => read(shelf, key) ?? [])
    .filter((draft) => (job === undefined ? draft.edition === 0 : draft.job === job))
    .toSorted((a, b) => b.at - a.at)
}

/** Forgets all that somebody has left on the device. */
export function forgetOnDevice(shelf: Shelf, user: string): void {
  for (const key of keysOf(shelf, `${PREFIX}${user}:`)) shelf.removeItem(key)
}
