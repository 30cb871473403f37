import 'server-only'
import type { Area } from './areas'
import type { Reading } from './choices'
import { partStreet } from './part-end'
import type { Place } from './place'
import { postalWrong, type Typed } from './read-postal'
import { findTown } from './towns'

const unknown = (says: string): Reading => ({ kind: 'unknown', says })

/** The town's own spelling, where it is known. */
export const named = (area: Area, town: string): Place => ({
  ...area,
  town: findTown({ ...area, town })?.name ?? town,
})

/** Adds street and postal code, or asks about a code that lies elsewhere. */
export function whole(typed: Typed, reading: Reading): Reading {
  if (reading.kind !== 'place') return reading
  const wrong = postalWrong(typed, reading.place)
  if (wrong) return wrong
  const street = typed.before.join(', ')
  const code = typed.postal?.code
  return {
    kind: 'place',
    place: { ...reading.place, ...(street ? { street } : {}), ...(code ? { postalCode: code } : {}) },
  }
}

/**
 * A town of a state, province or territory, with what stands before it.
 * @param rest the parts before the area: street and town
 */
export function readTown(typed: Typed, area: Area, rest: readonly string[]): Reading {
  const isCounty = rest.length > 1 && /\b(?:county|parish|borough)$/i.test(rest.at(-1) ?? '')
  const parts = isCounty ? rest.slice(0, -1) : rest
  const [town = '', before] = [parts.at(-1), parts.slice(0, -1)]
  const other = before.find((part) => !/\d/.test(part) && findTown({ ...area, town: part }))
  const known = findTown({ ...area, town })
  if (other && known) return unknown(`“${typed.line}” names ${other} and ${town}: put each place on a line of its own.`)
  if (/^\d+$/.test(town)) return unknown(`“${typed.line}”: name the town.`)
  if (!known && /^\d/.test(town)) {
    const parted = partStreet(area, town)
    if (!parted) return unknown(`“${typed.line}”: put a comma between the street and the town.`)
    return whole({ ...typed, before: [...before, parted[0]] }, { kind: 'place', place: named(area, parted[1]) })
  }
  return whole({ ...typed, before }, { kind: 'place', place: named(area, town) })
}
