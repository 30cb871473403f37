import 'server-only'
import { type Area, areasOf } from './areas'
import { belongsTo } from './belongs'
import { ask, choose, hugeNamesake, type Reading } from './choices'
import { divisionName, divisionNamed } from './divisions'
import { partEnd } from './part-end'
import { END_IT, MANY, partLine } from './part-line'
import { readAbroad } from './read-abroad'
import { readPostal, type Typed } from './read-postal'
import { named, readTown, whole } from './read-town'
import { TERRITORIES } from './territories'
import { findTown, listNamesakes } from './towns'

const unknown = (says: string): Reading => ({ kind: 'unknown', says })

const isAmerican = (country: string) => country === 'US' || country === 'CA'

/** A state, province or country by itself. */
function readArea(typed: Typed, may: readonly Area[], name: string): Reading {
  const [first] = may
  const city = first?.region ? hugeNamesake(divisionName({ country: first.country, region: first.region })) : undefined
  const isNamed = name.length > 2 && city && !/\((?:state|province)\)|^state of| state$/i.test(name)
  const choices = [...(isNamed && city ? [city.place] : []), ...may]
  return choices.length === 1 && first ? { kind: 'place', place: first } : ask(typed.line, choices)
}

/** A postal code with nothing, or only the country, beside it. */
function readCode(typed: Typed): Reading {
  const areas = (typed.postal?.areas ?? []).map((code): Area => {
    const country = typed.postal?.kind === 'canadian' ? 'CA' : 'US'
    return areasOf(code).may.find((area) => area.country === country) ?? { country: code }
  })
  const [first] = areas
  if (!first) return unknown(`“${typed.line}”: ${END_IT}`)
  return areas.length === 1 ? whole(typed, { kind: 'place', place: first }) : ask(typed.line, areas)
}

/** A town with a country behind it, and no state or province. */
function readInCountry(typed: Typed, country: string, rest: readonly string[]): Reading {
  const last = rest.at(-1) ?? ''
  const towns = listNamesakes(last, country)
  const areas = areasOf(last).may
  // San Juan, Puerto Rico, United States; Kowloon, Hong Kong, China: the part has a code of its own.
  const isOwn = areas.some((area) => area.region === undefined && belongsTo(area.country, country))
  if (isOwn && towns.length === 0) return readEnd({ ...typed, parts: [...rest] })
  if (TERRITORIES.has(country)) return readTown(typed, { country }, rest)
  if (!isAmerican(country)) return readAbroad(country, rest, typed.postal)
  const division = areas.find((area) => area.country === country && area.region !== undefined)
  if (division && rest.length === 1) return readArea(typed, [division], last)
  if (division) return readIn(typed, [division], false, rest.slice(0, -1))
  if (towns.length > 0) return whole({ ...typed, before: rest.slice(0, -1) }, choose(typed.line, towns, true))
  const parted = partEnd(last)
  if (parted) return readEnd({ ...typed, parts: [...rest.slice(0, -1), ...parted] })
  if (country === 'CA' && rest.length === 1) return whole(typed, { kind: 'place', place: { country, town: last } })
  const such = country === 'US' ? 'state too, such as Denver, Colorado' : 'province too, such as Toronto, Ontario'
  return unknown(`“${typed.line}”: name its ${such}.`)
}

/** A town, and a street before it, in a state, province or country that its end names. */
function readIn(typed: Typed, may: readonly Area[], isCode: boolean, rest: readonly string[]): Reading {
  const town = rest.at(-1) ?? ''
  const [first, second] = may
  if (!first) return unknown(`“${typed.line}”: ${END_IT}`)
  if (first.region === undefined) {
    const [known, ...others] = may.filter((area) => findTown({ ...area, town }))
    const sure = may.length === 1 ? first : others.length === 0 ? known : undefined
    if (sure) return readInCountry(typed, sure.country, rest)
    return ask(
      typed.line,
      may.map((area) => named(area, town)),
    )
  }
  if (second) {
    const here = findTown({ ...first, town })
    const [there] = listNamesakes(town, second.country)
    const area = divisionNamed(town)
    const isPart = area?.country === second.country
    const doubt = there && (here ? there.population >= here.population : isCode)
    if (typed.postal?.areas.includes(first.region)) return readTown(typed, first, rest)
    if (doubt || (isPart && here))
      return ask(typed.line, [named(first, town), isPart ? area : (there?.place ?? { country: second.country, town })])
    if (!here && (there || isPart)) return readInCountry(typed, second.country, rest)
  }
  if (!isAmerican(first.country)) return { kind: 'place', place: named(first, town) }
  return readTown(typed, first, rest)
}

/** A town by itself, perhaps with a postal code that says its state. */
function readBare(typed: Typed): Reading {
  const towns = listNamesakes(typed.parts.at(-1) ?? '')
  const fit = towns.filter(({ place }) => !typed.postal || typed.postal.areas.includes(place.region ?? place.country))
  if (fit.length === 0) return unknown(`“${typed.line}”: ${END_IT}`)
  const own = { ...typed, before: typed.parts.slice(0, -1) }
  return whole(own, choose(typed.line, fit, typed.postal !== undefined))
}

function readEnd(typed: Typed): Reading {
  const last = typed.parts.at(-1) ?? ''
  if (last === '') return readCode(typed)
  const { isCode, may } = areasOf(last)
  const rest = typed.parts.slice(0, -1)
  const [first] = may
  if (first && rest.length > 0) return readIn(typed, may, isCode, rest)
  if (first && typed.postal) {
    const isCountry = first.region === undefined && isAmerican(first.country)
    return isCountry ? readCode(typed) : whole(typed, readArea(typed, [first], last))
  }
  if (first) return readArea(typed, may, last)
  const parted = listNamesakes(last).length > 0 ? undefined : partEnd(last)
  return parted ? readEnd({ ...typed, parts: [...rest, ...parted] }) : readBare(typed)
}

/**
 * Reads a place as people write it: `Denver, CO`, `1600 Broadway, Denver, CO 80202`, `Toronto, ON`, `San Juan, PR`,
 * `Colorado`, `Germany`. What may be two places is asked about, never guessed.
 * @param text one line
 */
export function readPlace(text: string): Reading {
  const parted = partLine(text)
  if ('says' in parted) return unknown(parted.says)
  const { line, parts } = parted
  const reading = readEnd(readPostal(line, parts))
  const isOne = !MANY.test(line) || (reading.kind === 'place' && findTown(reading.place))
  return isOne ? reading : unknown(`“${line.slice(0, 80)}”: put each place on a line of its own.`)
}
