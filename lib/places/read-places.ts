import 'server-only'
import { readLines } from '../text/pasted'
import type { Reading } from './choices'
import { readPlace } from './read-place'

/** One of several lines of places: what it is understood as and, where it is no place, what to say of it. */
export type ReadLine = { line: string; reading: Reading; says?: string }

/** Reads places, one a line; bullets of a pasted list count for nothing. */
export const readPlaces = (typed: string): ReadLine[] =>
  readLines(typed).map((line, i, all) => {
    const reading = readPlace(line)
    if (reading.kind === 'place') return { line, reading }
    const joint = reading.says.startsWith('“') ? ', ' : ': '
    return { line, reading, says: all.length > 1 ? `Line ${i + 1}${joint}${reading.says}` : reading.says }
  })
