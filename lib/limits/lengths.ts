import type { Values } from '../forms'
import { Refused } from './refused'

/** Entries that a list of boxes may send. */
const MOST_ENTRIES = 20
/** Letters of a field that no list names. */
const MOST_OTHER = 500

const number = (n: number) => n.toLocaleString('en-US')

/**
 * Refuses what is too long to be stored: nothing is cut short without a word.
 * @param most letters by field
 * @throws Refused naming each field that is too long, and by how much
 */
export function refuseTooLong(values: Values, most: Record<string, number>): void {
  const errors: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    const entries = [value].flat()
    const letters = Math.max(0, ...entries.map(({ length }) => length))
    const may = most[name] ?? MOST_OTHER
    if (letters > may) errors[name] = `At most ${number(may)} letters; this has ${number(letters)}.`
    else if (entries.length > MOST_ENTRIES) errors[name] = `At most ${MOST_ENTRIES} of these.`
  }
  if (Object.keys(errors).length > 0)
    throw new Refused('This is not saved yet: something is too long. Make it shorter, then save it again.', errors)
}
