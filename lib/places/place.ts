import { countryName } from './countries'
import { divisionName } from './divisions'
import { TERRITORIES } from './territories'

/**
 * Where work is done, or may be done from. `country` is a code of ISO 3166-1, of a territory its own; `region` the postal
 * code of a state or province of the United States or Canada, elsewhere a name.
 */
export type Place = { country: string; region?: string; town?: string; street?: string; postalCode?: string }

/** A state or province with its country: `Colorado, United States`; without one, the country. */
export const areaName = ({ country, region }: Place): string =>
  [region ? divisionName({ country, region }) : '', countryName(country)].filter(Boolean).join(', ')

/**
 * A place as a reader sees it: `Denver, Colorado`; `Toronto, Ontario, Canada`; `Colorado, United States`. Street and
 * postal code are not part of it.
 */
export function formatPlace(place: Place): string {
  const { country, region, town } = place
  if (country === 'US' && region && town) return `${town}, ${divisionName({ country, region })}`
  return [town, areaName(place)].filter(Boolean).join(', ')
}

/** All of it, as an address is written: `1600 Broadway, Denver, Colorado 80202, United States`. */
export function formatAddress(place: Place): string {
  const { country, region, town, street, postalCode } = place
  const named = region ? divisionName({ country, region }) : ''
  const isAmerican = country === 'US' || country === 'CA' || TERRITORIES.has(country)
  const area = isAmerican
    ? [street, town, region ? [named, postalCode].filter(Boolean).join(' ') : '', countryName(country)]
    : [street, [postalCode, town].filter(Boolean).join(' '), named, countryName(country)]
  if (isAmerican && !region && postalCode) area[3] = `${countryName(country)} ${postalCode}`
  return area.filter(Boolean).join(', ')
}
