import { COUNTRY_CODES } from './iso-countries'
import { placeKey } from './place-key'

/** Names by CLDR, as the runtime holds them, of ISO's codes alone. */
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const short = new Intl.DisplayNames('en', { type: 'region', fallback: 'none', style: 'short' })

/** Of these CLDR's short name is what people say; its long one carries a formula or a former name. */
const SHORT: ReadonlySet<string> = new Set(['HK', 'MO', 'MM'])

/** A country's name; of what is no code of ISO's, the text itself. */
export const countryName = (code: string): string =>
  (COUNTRY_CODES.includes(code) ? (SHORT.has(code) ? short : names).of(code) : undefined) ?? code

/** What people call countries beside CLDR's names, former names among them. */
const EVERYDAY =
  'US America|US U.S.A.|US U.S. of A.|US United States of America|US The States|GB UK|GB Great Britain|GB Britain|' +
  'HK Hong Kong SAR|HK Hongkong|MO Macau|MO Macao SAR|CZ Czech Republic|AE UAE|AE Emirates|NL Holland|KR Republic of Korea|' +
  'KR S Korea|KP DPRK|KP Democratic People’s Republic of Korea|CI Ivory Coast|MM Burma|MM Myanmar|TR Turkey|TR Turkiye|RU Russian Federation|' +
  'VN Viet Nam|LA Lao|LA Lao PDR|SY Syrian Arab Republic|IR Islamic Republic of Iran|VA Holy See|VA Vatican|SZ Swaziland|CV Cabo Verde|' +
  'TL East Timor|MK Macedonia|CD DR Congo|CD DRC|CD Democratic Republic of the Congo|CD Congo Kinshasa|CD Zaire|CG Republic of the Congo|' +
  'CG Congo Brazzaville|CG Congo Republic|TZ United Republic of Tanzania|BO Plurinational State of Bolivia|VE Bolivarian Republic of Venezuela|' +
  'MD Republic of Moldova|FM Federated States of Micronesia|BN Brunei Darussalam|PS Palestine|PS State of Palestine|CN Mainland China|CN PRC|' +
  'CN People’s Republic of China|TW Republic of China|TW Taiwan, Province of China|TW ROC|IE Republic of Ireland|IE Eire|DE Federal Republic of Germany|DE Deutschland|' +
  'ES España|MX México|BR Brasil|IT Italia|BA Bosnia|BA Bosnia-Herzegovina|AG Antigua|TT Trinidad|KN Saint Kitts|VC Saint Vincent|' +
  'VC St. Vincent and the Grenadines|GS South Georgia|ST Sao Tome|SA KSA|NZ Aotearoa|ZA RSA|PG PNG|DO Dominican Rep.|CF CAR|' +
  'LK Ceylon|BY Belorussia|KH Kampuchea|WS Western Samoa|BQ Bonaire|SH Saint Helena|FK Falklands|FK Malvinas|AX Aland|' +
  'CC Cocos Islands|CC Keeling Islands|PN Pitcairn|UM US Outlying Islands|HM Heard Island and McDonald Islands|' +
  'VI US Virgin Islands|VI United States Virgin Islands|VI USVI|VG BVI|VG Virgin Islands, British|MP CNMI|MP Saipan and the Northern Marianas|' +
  'MP Northern Marianas|PR Porto Rico|GE Georgia (country)|GE Republic of Georgia|GE Country of Georgia|GE Sakartvelo'

/** The parts of the United Kingdom, which people name as they name countries. */
export const PARTS_OF_GB: ReadonlyMap<string, string> = new Map(
  ['England', 'Scotland', 'Wales', 'Northern Ireland'].map((name) => [placeKey(name), name] as const),
)

const byName: ReadonlyMap<string, string> = new Map([
  ...COUNTRY_CODES.flatMap((code) =>
    [names.of(code), short.of(code)].map((name) => [placeKey(name ?? code), code] as const),
  ),
  ...EVERYDAY.split('|').map((entry) => [placeKey(entry.slice(3)), entry.slice(0, 2)] as const),
])

/** The code of a country by its name, as CLDR or people have it. */
export const countryNamed = (text: string): string | undefined => byName.get(placeKey(text))

/** The code of a country by its code of ISO's; `UK` and `U.S.` are names. */
export const countryCoded = (text: string): string | undefined => {
  const code = text.trim().toUpperCase()
  return COUNTRY_CODES.includes(code) ? code : undefined
}
