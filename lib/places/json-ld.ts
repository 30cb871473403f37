import { countryName } from './countries'
import { areaName, formatPlace, type Place } from './place'
import { TERRITORIES } from './territories'

/** A place of work for machines, by schema.org. Words that name no place we know are an address as they stand. */
export const addressData = ({ country, region, town, street, postalCode }: Place) => ({
  '@type': 'Place',
  address:
    country === ''
      ? town
      : {
          '@type': 'PostalAddress',
          addressCountry: country,
          ...(region ? { addressRegion: region } : {}),
          ...(town ? { addressLocality: town } : {}),
          ...(street ? { streetAddress: street } : {}),
          ...(postalCode ? { postalCode } : {}),
        },
})

/** What somebody lives in who may apply, for machines: a town, a state, a country, each with those around it. */
export function areaData(place: Place) {
  const { country, region, town } = place
  if (country === '') return { '@type': 'AdministrativeArea', name: town }
  if (town) return { '@type': 'City', name: [town, areaName({ country, ...(region ? { region } : {}) })].join(', ') }
  if (region)
    return { '@type': country === 'US' || country === 'CA' ? 'State' : 'AdministrativeArea', name: formatPlace(place) }
  return { '@type': TERRITORIES.has(country) ? 'AdministrativeArea' : 'Country', name: countryName(country) }
}
