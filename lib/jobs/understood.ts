import 'server-only'
import type { Values } from '../forms'
import { formatAddress } from '../places/place'
import { type ReadLine, readPlaces } from '../places/read-places'
import { TERRITORIES } from '../places/territories'
import { findTown, likelyTown } from '../places/towns'
import { zoneName, zoneOfPlace } from '../places/zone'
import { CURRENCIES, PAY_UNITS } from './options'
import { readPayFields } from './read-pay'
import { formatPay } from './words'

const MOST_PLACES = 20

/** A line as it is understood, with the place's time zone, or what to ask about it. */
function describeLine({ reading, says = '' }: ReadLine): string {
  if (reading.kind !== 'place') return says
  const { place } = reading
  const zone = zoneOfPlace(place)
  const likely = likelyTown(place)
  const isUnlisted = place.town && (place.region || TERRITORIES.has(place.country)) && !findTown(place)
  const hint = isUnlisted
    ? ` ${place.town} is in no list of towns.${likely ? ` Did you mean ${likely.name}?` : ''} As it is, it is found by its state only.`
    : ''
  return `${formatAddress(place)}${zone ? ` · ${zoneName(zone)}` : ''}.${hint}`
}

/** Each place of a posting as it is understood: `Denver, Colorado, United States · Mountain Time.` */
export const describePlaces = (values: Values): string[] =>
  readPlaces(String(values.places ?? ''))
    .slice(0, MOST_PLACES)
    .map(describeLine)

/** The pay of a posting as it is understood; empty where nothing, or no amount, was typed. */
function describePay(values: Values): string[] {
  const { payMin, payMax } = readPayFields(values)
  const [currency, unit] = [String(values.payCurrency ?? ''), String(values.payUnit ?? '')]
  const isKnown = CURRENCIES.some((code) => code === currency) && PAY_UNITS.some(([key]) => key === unit)
  if (payMin === undefined || payMax === undefined || !isKnown) return []
  return [`${formatPay({ payMin, payMax, payCurrency: currency, payUnit: unit })}.`]
}

/** What the form says it has understood, by field. @param values as typed; gaps are allowed */
export const understoodOf = (values: Values): Record<string, string[]> => ({
  places: describePlaces(values),
  payMin: describePay(values),
})
