import { areasOf } from './areas'
import type { Reading } from './choices'
import { divisionName } from './divisions'
import type { Place } from './place'
import { type Parted, takePostalCode } from './postal'
import { TERRITORIES } from './territories'

/** A place's line in parts: what stands before its town goes to the street. */
export type Typed = { line: string; parts: string[]; before: string[]; postal?: Parted }

/** Whether a text names the United States or Canada, behind which a postal code may stand. */
const isAmerica = (text: string) =>
  areasOf(text).may.some(({ country, region }) => (country === 'US' || country === 'CA') && region === undefined)

/** Takes the postal code out of a line: at its end, or before the country. */
export function readPostal(line: string, parts: readonly string[]): Typed {
  const typed: Typed = { line, parts: [...parts], before: [] }
  for (const from of [parts.length - 1, parts.length - 2]) {
    const part = parts[from]
    if (part === undefined || (from < parts.length - 1 && !isAmerica(parts.at(-1) ?? ''))) return typed
    const postal = takePostalCode(part)
    if (postal) {
      const rest = postal.rest === '' ? [] : [postal.rest]
      return { ...typed, parts: [...parts.slice(0, from), ...rest, ...parts.slice(from + 1)], postal }
    }
  }
  return typed
}

const areaOf = (code: string) => TERRITORIES.get(code) ?? divisionName({ country: 'US', region: code })

/** Asks about a postal code that is another state's; undefined where it may be right, or nobody knows. */
export function postalWrong({ line, postal }: Typed, place: Place): Reading | undefined {
  if (!postal || postal.areas.length === 0) return undefined
  const { country, region } = place
  const own = TERRITORIES.has(country) ? country : (region ?? '')
  if (postal.areas.includes(own)) return undefined
  const names = postal.areas.map((code) =>
    postal.kind === 'zip' ? areaOf(code) : divisionName({ country: 'CA', region: code }),
  )
  const here = TERRITORIES.get(country) ?? divisionName({ country, region: region ?? country })
  return {
    kind: 'unknown',
    says: `“${line}”: ${postal.code} is a postal code of ${names.join(' or ')}, not of ${here}. Which is right?`,
  }
}
