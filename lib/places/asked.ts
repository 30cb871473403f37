import 'server-only'
import { type Reading, writePlace } from './choices'
import { areaName, type Place } from './place'
import { readPlace } from './read-place'
import { findTown, type Town } from './towns'

/** Where a reader looks for work. `label` says it so that it is read as the same again. */
export type AskedPlace = { label: string; remote: boolean; place?: Place; at?: Town; area?: string }

export type Asked =
  | { kind: 'where'; where: AskedPlace }
  | { kind: 'ask'; choices: string[] }
  | { kind: 'unknown'; says: string }

const REMOTE = /\b(?:remote(?:ly)?|work(?:ing)? from home|wfh|home office)\b/i
const ANYWHERE = /^(?:anywhere|everywhere|worldwide|all)$/i
/** What stands before or behind a place without being part of it. */
const JOINT =
  /^(?:\s|[-–—,:;]|\b(?:in|from|within|jobs|or|and|near|around|greater)\b)+|(?:\s|[-–—,:;]|\b(?:in|from|or|and|metro|area)\b)+$/gi

/** A lone code is a state's or province's: nobody looks for a country by two letters. The only choice is taken, too. */
const isClear = (text: string, choices: readonly Place[]) => /^[a-z]{2}$/i.test(text) || choices.length === 1

function asPlace(place: Place, remote: boolean): AskedPlace {
  const { country, region } = place
  const at = findTown(place)
  return {
    label: remote ? `Remote, ${writePlace(place)}` : writePlace(place),
    remote,
    place,
    area: areaName({ country, ...(region ? { region } : {}) }),
    ...(at ? { at } : {}),
  }
}

const firstChoice = (reading: Reading, text: string): Reading => {
  const [choice] = reading.kind === 'ask' && isClear(text, reading.choices) ? reading.choices : []
  return choice ? { kind: 'place', place: choice } : reading
}

/**
 * Reads what was typed into the field for a place: a state, a town, a country, a postal code, `remote`, or `remote` with
 * one of them. What may be two places is asked about.
 */
export function readAskedPlace(typed: string): Asked {
  const remote = REMOTE.test(typed)
  const bare = typed
    .replace(REMOTE, ' ')
    .replace(/\(\s*\)/, ' ')
    .replaceAll(JOINT, '')
    .trim()
  const text = bare.replace(/^\((.*)\)$/, '$1')
  if (text === '' && remote) return { kind: 'where', where: { label: 'Remote', remote } }
  if (ANYWHERE.test(text)) return { kind: 'where', where: { label: remote ? 'Remote' : '', remote } }
  const reading = firstChoice(readPlace(text), text)
  if (reading.kind === 'unknown') return reading
  if (reading.kind === 'place') return { kind: 'where', where: asPlace(reading.place, remote) }
  return { kind: 'ask', choices: reading.choices.map((place) => asPlace(place, remote).label) }
}
