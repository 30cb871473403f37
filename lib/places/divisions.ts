import { placeKey } from './place-key'
import { PROVINCES } from './provinces'
import { STATES } from './states'

/** Names that people use beside the official ones. */
const EVERYDAY: Record<string, string> = {
  'washington state': 'US-WA',
  'new york state': 'US-NY',
  newfoundland: 'CA-NL',
  labrador: 'CA-NL',
  pei: 'CA-PE',
  'northwest territory': 'CA-NT',
  'yukon territory': 'CA-YT',
  nwt: 'CA-NT',
}

const keyed = (country: string, table: ReadonlyMap<string, string>) =>
  [...table].map(([code, name]) => [placeKey(name), `${country}-${code}`] as const)

const byName: ReadonlyMap<string, string> = new Map([
  ...keyed('US', STATES),
  ...keyed('CA', PROVINCES),
  ...Object.entries(EVERYDAY),
])

/** Abbreviations that newspapers and older letters use, as the style book of the Associated Press lists them. */
const OLD =
  'Ala AL|Ariz AZ|Ark AR|Calif CA|Colo CO|Conn CT|Del DE|Fla FL|Ill IL|Ind IN|Kan KS|Mass MA|Mich MI|Minn MN|Miss MS|Mont MT|Neb NE|' +
  'Nev NV|Okla OK|Ore OR|Penn PA|Tenn TN|Tex TX|Wash WA|Wis WI|Wyo WY|WVa WV|NMex NM|NDak ND|SDak SD|Ont CA-ON|Que CA-QC|Alta CA-AB|Sask CA-SK|Man CA-MB'

const byOldCode: ReadonlyMap<string, string> = new Map(
  OLD.split('|').map((entry) => {
    const [old = '', code = ''] = entry.split(' ')
    return [old.toUpperCase(), code.includes('-') ? code : `US-${code}`] as const
  }),
)

/** A state or province as ISO 3166-2 writes it. */
export type Division = { country: 'US' | 'CA'; region: string }

const asDivision = (code: string | undefined): Division | undefined =>
  code ? { country: code.slice(0, 2) as 'US' | 'CA', region: code.slice(3) } : undefined

/** The state of the United States or province of Canada of that name, also `Georgia (state)` and `State of Georgia`. */
export function divisionNamed(text: string): Division | undefined {
  const plain = text
    .replace(/^(?:the )?(?:state|province|commonwealth) of /i, '')
    .replace(/ \((?:us )?(?:state|province|territory)\)$/i, '')
  return asDivision(byName.get(placeKey(plain)))
}

/** The same by its postal code or old abbreviation: `CO`, `D.C.`, `ON`, `Calif.` No code is both a state's and a province's. */
export function divisionCoded(text: string): Division | undefined {
  const code = text.trim().toUpperCase().replaceAll(/[. ]/g, '')
  if (STATES.has(code)) return { country: 'US', region: code }
  return PROVINCES.has(code) ? { country: 'CA', region: code } : asDivision(byOldCode.get(code))
}

/** The name of a state or province; of other countries' regions the text itself. */
export const divisionName = ({ country, region }: { country: string; region: string }): string =>
  (country === 'US' ? STATES : country === 'CA' ? PROVINCES : undefined)?.get(region) ?? region
