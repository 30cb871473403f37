import type { Reading } from './choices'
import type { Place } from './place'
import { type Parted, takeOtherCode } from './postal'
import { findTown } from './towns'

/**
 * A place in a country other than the United States and Canada, its parts as they were written: street, postal code,
 * town, region.
 * @param postal a code that stood at the end of the line
 */
export function readAbroad(country: string, rest: readonly string[], postal?: Parted): Reading {
  let code = postal?.code
  const parts = rest.flatMap((part, i) => {
    // A number before a street's name is its own.
    const taken = code || (i === 0 && rest.length > 1) ? undefined : takeOtherCode(part)
    if (!taken) return [part]
    code = taken.code
    return taken.rest === '' ? [] : [taken.rest]
  })
  const isStreet = parts.length > 2 || (parts.length === 2 && /\d/.test(parts[0] ?? ''))
  const [street, left] = isStreet ? [parts[0], parts.slice(1)] : [undefined, parts]
  const [town = '', ...regions] = left
  const region = regions.join(', ')
  const place: Place = { country, ...(town ? { town: findTown({ country, town })?.name ?? town } : {}) }
  return {
    kind: 'place',
    place: {
      ...place,
      ...(region ? { region } : {}),
      ...(street ? { street } : {}),
      ...(code ? { postalCode: code } : {}),
    },
  }
}
