import { countryNamed } from './countries'
import { divisionCoded, divisionNamed } from './divisions'
import type { Place } from './place'

/**
 * Reads a place of a posting that was sent before places were kept as they were understood: as it was shown then, with
 * the country's code of now. A state's name or code behind a town is the state's; by itself a name is first a country's.
 * @returns undefined for what names neither a state of the United States nor a country
 */
export function readStoredPlace(line: string): Place | undefined {
  const parts = line.split(',').map((part) => part.trim())
  if (parts.some((part) => part === '') || parts.length > 3) return undefined
  const last = parts.at(-1) ?? ''
  const stateOf = (text: string) => {
    const division = divisionNamed(text) ?? divisionCoded(text)
    return division?.country === 'US' ? division.region : undefined
  }
  const country = parts.length > 1 && stateOf(last) ? undefined : countryNamed(last)
  const rest = country ? parts.slice(0, -1) : parts
  const state = stateOf(rest.at(-1) ?? '')
  if (state && (country === undefined || country === 'US')) {
    const [town] = rest.slice(0, -1)
    return rest.length > 2 ? undefined : { country: 'US', region: state, ...(town ? { town } : {}) }
  }
  if (!country || (country === 'US' && rest.length > 0)) return undefined
  const [town = '', region = ''] = rest
  const province = country === 'CA' ? (divisionNamed(region || town) ?? divisionCoded(region || town)) : undefined
  if (province?.country === 'CA') return { country, region: province.region, ...(region ? { town } : {}) }
  return { country, ...(region ? { region } : {}), ...(town ? { town } : {}) }
}
