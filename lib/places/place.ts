import { PROVINCES } from './provinces'
import { STATES } from './states'

/** Where work is done, or may be done from. `region` is a state's postal code in the United States, else as typed. */
export type Place = { country: string; region?: string; town?: string }

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Codes that ISO 3166 keeps for something else than a country. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'])

const key = (text: string) => text.trim().toLowerCase().replaceAll('.', '')

const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ...LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
    .filter((code) => !NOT_COUNTRIES.has(code) && names.of(code))
    .map((code) => [key(names.of(code) ?? ''), code] as const),
  ['usa', 'US'],
  ['us', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
])

const codesOf = (table: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...table].flatMap(([code, name]) => [code, name].map((text) => [key(text), code] as const)))

const STATE_CODES = codesOf(STATES)
const PROVINCE_CODES = new Map([...codesOf(PROVINCES), ['québec', 'QC'], ['pei', 'PE']])

/** The postal code of a state of the United States, by its name or code. */
export const stateOf = (text: string): string | undefined => STATE_CODES.get(key(text))

/** The postal code of a province of Canada, by its name or code. */
export const provinceOf = (text: string): string | undefined => PROVINCE_CODES.get(key(text))

/**
 * Reads a place as people write it: `Denver, CO`, `Colorado`, `Toronto, Ontario, Canada`, `Germany`.
 * @returns undefined for what names neither a state of the United States nor a country
 */
export function parsePlace(line: string): Place | undefined {
  const parts = line.split(',').map((part) => part.trim())
  if (parts.some((part) => part === '' || part.length > 80) || parts.length > 3) return undefined
  const last = key(parts.at(-1) ?? '')
  // Georgia by itself is the country, Atlanta, Georgia is not.
  const country = parts.length > 1 && STATE_CODES.has(last) ? undefined : COUNTRIES.get(last)
  const rest = country ? parts.slice(0, -1) : parts
  const state = stateOf(rest.at(-1) ?? '')
  if (state && (country === undefined || country === 'US')) {
    const [town] = rest.slice(0, -1)
    return rest.length > 2 ? undefined : { country: 'US', region: state, ...(town ? { town } : {}) }
  }
  if (!country || (country === 'US' && rest.length > 0)) return undefined
  const [town, region] = rest
  if (country === 'CA' && town && !region && provinceOf(town)) return { country, region: town }
  return { country, ...(region ? { region } : {}), ...(town ? { town } : {}) }
}

/** The country's name. */
export const countryName = (code: string): string => (code === 'US' ? 'United States' : (names.of(code) ?? code))

/** A place as a reader sees it: `Denver, Colorado`; outside the United States with its country. */
export function formatPlace({ country, region, town }: Place): string {
  if (country !== 'US') return [town, region, countryName(country)].filter(Boolean).join(', ')
  return [town, region ? (STATES.get(region) ?? region) : countryName(country)].filter(Boolean).join(', ')
}
