import type { Reading } from './choices'
import { PARTS_OF_GB } from './countries'
import type { Place } from './place'
import { placeKey } from './place-key'
import { type Parted, takeOtherCode } from './postal'
import { findTown } from './towns'

/** Australians write a state's letters behind the town: `Sydney NSW`. */
function partState(town: string): [plain: string, state: string] {
  const state = / (NSW|VIC|QLD|WA|SA|TAS|ACT|NT)$/.exec(town)?.[1] ?? ''
  return [state ? town.slice(0, -state.length - 1) : town, state]
}

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
  const part = PARTS_OF_GB.get(placeKey(parts.at(-1) ?? ''))
  if (country === 'GB' && part && parts.length === 1) return { kind: 'place', place: { country, region: part } }
  const isStreet = parts.length > 2 || (parts.length === 2 && /\d/.test(parts[0] ?? ''))
  const [street, left] = isStreet ? [parts[0], parts.slice(1)] : [undefined, parts]
  const [town = '', ...regions] = left
  const [plain, state] = country === 'AU' ? partState(town) : [town, '']
  const region = [...regions, state].filter(Boolean).join(', ')
  const place: Place = { country, ...(plain ? { town: findTown({ country, town: plain })?.name ?? plain } : {}) }
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
