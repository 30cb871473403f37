import 'server-only'
import { cleanLine } from '../text/clean'
import { type Area, areasOf } from './areas'
import { ask, choose, hugeNamesake, type Reading } from './choices'
import { countryNamed } from './countries'
import { divisionName, divisionNamed } from './divisions'
import type { Place } from './place'
import { readAbroad } from './read-abroad'
import { postalWrong, readPostal, type Typed } from './read-postal'
import { TERRITORIES } from './territories'
import { findTown, listNamesakes } from './towns'

const unknown = (says: string): Reading => ({ kind: 'unknown', says })

/** Said of what ends with no place we know. */
const END_IT = 'end it with a state or a country, such as Denver, CO or Toronto, Ontario, Canada.'

/** A place that is no place. */
const NOWHERE = /^(?:100% |fully )?(?:remote(?:ly)?|anywhere|worldwide|everywhere|home office|(?:work )?from home)$/i

const isAmerican = (country: string) => country === 'US' || country === 'CA'

/** The town's own spelling, where it is known. */
const named = (area: Area, town: string): Place => ({ ...area, town: findTown({ ...area, town })?.name ?? town })

/** Adds street and postal code, or asks about a code that lies elsewhere. */
function whole(typed: Typed, reading: Reading): Reading {
  if (reading.kind !== 'place') return reading
  const wrong = postalWrong(typed, reading.place)
  if (wrong) return wrong
  const street = typed.before.join(', ')
  return {
    kind: 'place',
    place: {
      ...reading.place,
      ...(street ? { street } : {}),
      ...(typed.postal ? { postalCode: typed.postal.code } : {}),
    },
  }
}

/** A state, province or country by itself. */
function readArea(typed: Typed, may: readonly Area[], name: string): Reading {
  const [first] = may
  const city = first?.region ? hugeNamesake(divisionName({ country: first.country, region: first.region })) : undefined
  const isNamed = name.length > 2 && city && !/\((?:state|province)\)|^state of| state$/i.test(name)
  const choices = [...(isNamed && city ? [city.place] : []), ...may]
  return choices.length === 1 && first ? { kind: 'place', place: first } : ask(typed.line, choices)
}

/** A town with a country behind it, and no state or province. */
function readInCountry(typed: Typed, country: string, rest: readonly string[]): Reading {
  if (!isAmerican(country)) return readAbroad(country, rest, typed.postal)
  const last = rest.at(-1) ?? ''
  const division = areasOf(last).may.find((area) => area.country === country && area.region !== undefined)
  if (division && rest.length === 1) return readArea(typed, [division], last)
  if (division) return readIn(typed, [division], false, rest.slice(0, -1))
  // San Juan, Puerto Rico, United States: a territory has a code of its own.
  if (country === 'US' && areasOf(last).may.some((area) => TERRITORIES.has(area.country)))
    return readEnd({ ...typed, parts: [...rest] })
  const towns = listNamesakes(last, country)
  if (towns.length > 0) return whole({ ...typed, before: rest.slice(0, -1) }, choose(typed.line, towns, true))
  if (country === 'CA' && rest.length === 1) return whole(typed, { kind: 'place', place: { country, town: last } })
  const parted = partEnd(last)
  if (parted) return readEnd({ ...typed, parts: [...rest.slice(0, -1), ...parted] })
  return unknown(
    `“${typed.line}”: name its ${country === 'US' ? 'state too, such as Denver, Colorado' : 'province too, such as Toronto, Ontario'}.`,
  )
}

/** A town, and a street before it, in a state, province or country that its end names. */
function readIn(typed: Typed, may: readonly Area[], isCode: boolean, rest: readonly string[]): Reading {
  const town = rest.at(-1) ?? ''
  const [first, second] = may
  if (!first) return unknown(`“${typed.line}”: ${END_IT}`)
  if (first.region === undefined) return readInCountry(typed, first.country, rest)
  if (second) {
    const here = findTown({ ...first, town })
    const [there] = listNamesakes(town, second.country)
    const area = divisionNamed(town)
    const isPart = area?.country === second.country && !area.region.startsWith('DC')
    const doubt = there && (here ? there.population >= here.population : isCode)
    if (typed.postal?.areas.includes(first.region)) return readTown(typed, first, rest)
    if (doubt || (isPart && here))
      return ask(typed.line, [named(first, town), isPart ? area : (there?.place ?? { country: second.country, town })])
    if (!here && (there || isPart)) return readInCountry(typed, second.country, rest)
  }
  if (!isAmerican(first.country)) return { kind: 'place', place: named(first, town) }
  return readTown(typed, first, rest)
}

/** A town of a state or province, with what stands before it. */
function readTown(typed: Typed, area: Area, rest: readonly string[]): Reading {
  const isCounty = rest.length > 1 && /\b(?:county|parish|borough)$/i.test(rest.at(-1) ?? '')
  const [town = '', ...above] = (isCounty ? rest.slice(0, -1) : rest).toReversed()
  const before = above.toReversed()
  const other = before.find((part) => !/\d/.test(part) && findTown({ ...area, town: part }))
  if (other && findTown({ ...area, town }))
    return unknown(`“${typed.line}” names ${other} and ${town}: put each place on a line of its own.`)
  if (/^\d+$/.test(town)) return unknown(`“${typed.line}”: name the town.`)
  return whole({ ...typed, before }, { kind: 'place', place: named(area, town) })
}

/** A town by itself, perhaps with a postal code that says its state. */
function readBare(typed: Typed): Reading {
  const town = typed.parts.at(-1) ?? ''
  const towns = listNamesakes(town)
  const fit = towns.filter(({ place }) => !typed.postal || typed.postal.areas.includes(place.region ?? place.country))
  const own = { ...typed, before: typed.parts.slice(0, -1) }
  return fit.length > 0
    ? whole(own, choose(typed.line, fit, typed.postal !== undefined))
    : unknown(`“${typed.line}”: ${END_IT}`)
}

/** `Denver CO`, `Austin Texas`: the end of a part by itself, where it is one beyond doubt. */
function partEnd(last: string): [town: string, area: string] | undefined {
  const words = last.split(' ')
  for (let n = 1; n < words.length; n += 1) {
    const [town, end] = [words.slice(0, n).join(' '), words.slice(n).join(' ')]
    const { isCode, may } = areasOf(end)
    const isSure =
      (isCode && /^[A-Z.]+$/.test(end)) ||
      may.some((area) => findTown({ ...area, town }) || listNamesakes(town, area.country).length > 0) ||
      (!isCode && partEnd(town) !== undefined)
    if (may.length > 0 && isSure && !/^\d/.test(town)) return [town, end]
  }
  return undefined
}

function readEnd(typed: Typed): Reading {
  const last = typed.parts.at(-1) ?? ''
  if (last === '' && typed.postal) {
    const areas = typed.postal.areas.map((code): Area => {
      const country = typed.postal?.kind === 'canadian' ? 'CA' : 'US'
      return areasOf(code).may.find((area) => area.country === country) ?? { country: code }
    })
    if (areas.length === 0) return unknown(`“${typed.line}”: ${END_IT}`)
    return areas.length === 1 && areas[0] ? whole(typed, { kind: 'place', place: areas[0] }) : ask(typed.line, areas)
  }
  const { isCode, may } = areasOf(last)
  const rest = typed.parts.slice(0, -1)
  if (may.length > 0) {
    const [first] = may
    if (rest.length > 0) return readIn(typed, may, isCode, rest)
    if (typed.postal && first) return whole(typed, readArea(typed, [first], last))
    return readArea(typed, may, last)
  }
  const parted = listNamesakes(last).length > 0 ? undefined : partEnd(last)
  if (parted) return readEnd({ ...typed, parts: [...rest, ...parted] })
  return readBare(typed)
}

/**
 * Reads a place as people write it: `Denver, CO`, `1600 Broadway, Denver, CO 80202`, `Toronto, ON`, `San Juan, PR`,
 * `Colorado`, `Germany`. What may be two places is asked about, never guessed.
 * @param text one line
 */
export function readPlace(text: string): Reading {
  const line = cleanLine(text)
  const commas = line.replaceAll(/[，、،;|]/g, ',')
  const plain = countryNamed(commas.split(',').at(-1) ?? '')
    ? commas
    : commas.replace(/ ?\((?!country\)|state\)|province\)|territory\))([^()]*)\)$/i, ', $1')
  const parts = plain
    .split(',')
    .map((part) => part.trim().replace(/(?<=\w{3})\.$/, ''))
    .filter((part) => part !== '')
  if (parts.some((part) => NOWHERE.test(part)))
    return unknown(`“${line}”: say from where people may work, such as United States or Colorado.`)
  if (parts.length === 0 || parts.length > 7 || parts.some((part) => part.length > 80))
    return unknown(`“${line.slice(0, 60)}”: ${END_IT}`)
  if (parts.some((part) => /^[AFD]PO$/i.test(part)))
    return unknown(`“${line}” is a military address: name the town and the country where the work is done.`)
  const country = parts.length > 1 ? countryNamed(plain) : undefined
  return country ? { kind: 'place', place: { country } } : readEnd(readPostal(line, parts))
}
