import { createRequire } from 'node:module'

/** A lookup by a coarse grid: right within a country, but for some towns a few miles from a line. */
const lookUp = createRequire(import.meta.url)('@photostructure/tz-lookup') as (lat: number, lon: number) => string

/** The zones that a state or province keeps, where there is more than one; the names are the end of the IANA name. */
const SPLIT: Record<string, string> = {
  'US-AK': 'Anchorage Juneau Sitka Nome Adak',
  'US-AL': 'Chicago New_York',
  'US-AZ': 'Phoenix Denver',
  'US-FL': 'New_York Chicago',
  'US-ID': 'Boise Los_Angeles',
  'US-IN':
    'Indiana/Indianapolis Indiana/Vincennes Indiana/Winamac Indiana/Marengo Indiana/Petersburg Indiana/Vevay Kentucky/Louisville Chicago Indiana/Tell_City Indiana/Knox',
  'US-KS': 'Chicago Denver',
  'US-KY': 'New_York Kentucky/Louisville Kentucky/Monticello Chicago',
  'US-MI': 'Detroit Menominee',
  'US-ND': 'Chicago Denver North_Dakota/Center North_Dakota/New_Salem North_Dakota/Beulah',
  'US-NE': 'Chicago Denver',
  'US-NV': 'Los_Angeles Denver',
  'US-OR': 'Los_Angeles Boise',
  'US-SD': 'Chicago Denver',
  'US-TN': 'Chicago New_York',
  'US-TX': 'Chicago Denver',
  'CA-BC': 'Vancouver Edmonton Creston Dawson_Creek Fort_Nelson',
  'CA-NB': 'Moncton Halifax',
  'CA-NL': 'St_Johns Goose_Bay',
  'CA-NS': 'Halifax Glace_Bay',
  'CA-NT': 'Edmonton Inuvik',
  'CA-NU': 'Iqaluit Rankin_Inlet Cambridge_Bay',
  'CA-ON': 'Toronto Winnipeg',
  'CA-QC': 'Toronto Blanc-Sablon',
  'CA-SK': 'Regina Swift_Current',
  'CA-YT': 'Whitehorse Dawson',
}

const ONE: Record<string, string> = {
  'US-HI': 'Pacific/Honolulu',
  'CA-AB': 'America/Edmonton',
  'CA-MB': 'America/Winnipeg',
  'CA-PE': 'America/Halifax',
  ...Object.fromEntries(
    [
      ['America/Los_Angeles', 'CA WA'],
      ['America/Denver', 'CO MT NM UT WY'],
      ['America/Chicago', 'AR IA IL LA MN MO MS OK WI'],
      ['America/New_York', 'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV'],
    ].flatMap(([zone = '', states = '']) => states.split(' ').map((state) => [`US-${state}`, zone])),
  ),
}

/** Towns that the grid puts on the wrong side of a county line, and the side they are on. */
const CORRECTED: Record<string, Record<string, string>> = {
  'US-AZ': { Phoenix: 'Centennial Park|Colorado City|Fredonia|First Mesa' },
  'US-FL': { New_York: 'Chattahoochee', Chicago: 'Wewahitchka' },
  'US-IN': { Chicago: 'Oakland City', 'Indiana/Indianapolis': 'Cayuga' },
  'US-KS': { Chicago: 'Johnson|Lakin|Leoti|Saint Francis|Ulysses' },
  'US-KY': { Chicago: 'Columbia|Russell Springs' },
  'US-MI': { Menominee: 'Crystal Falls|Iron River' },
  'US-ND': { Chicago: 'Watford City|Williston' },
  'US-NE': { Denver: 'Mullen' },
  'US-SD': { Chicago: 'Mobridge' },
  'US-TN': { New_York: 'Fairmount|Hopewell|Mowbray Mountain', Chicago: 'Fairfield Glade' },
}

type Spot = { name: string; latitude: number; longitude: number }

const farness = (a: Spot, b: Spot) =>
  (a.latitude - b.latitude) ** 2 + ((a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180)) ** 2

/**
 * The time zone of each town of a state. Where the lookup names a zone that the state does not keep, the nearest town
 * with one that it keeps decides.
 * @param state as ISO 3166-2 writes it: `US-TX`, `CA-ON`
 * @throws Error for a state whose zones are not known, or a town to correct that is not there
 */
export function zonesOf(state: string, towns: readonly Spot[]): string[] {
  const only = ONE[state]
  if (only) return towns.map(() => only)
  const kept = SPLIT[state]?.split(' ').map((name) => `America/${name}`)
  if (!kept) throw new Error(`The time zones of ${state} are not known.`)
  const corrected = new Map(
    Object.entries(CORRECTED[state] ?? {}).flatMap(([zone, names]) =>
      names.split('|').map((name) => [name, `America/${zone}`] as const),
    ),
  )
  for (const name of corrected.keys()) {
    if (!towns.some((town) => town.name === name)) throw new Error(`${state} has no town ${name} to correct.`)
  }
  const found = towns.map((town) => corrected.get(town.name) ?? lookUp(town.latitude, town.longitude))
  return towns.map((town, n) => {
    const zone = found[n] ?? ''
    if (kept.includes(zone)) return zone
    let nearest: { zone: string; far: number } | undefined
    for (const [i, other] of towns.entries()) {
      const far = farness(town, other)
      if (kept.includes(found[i] ?? '') && (!nearest || far < nearest.far)) nearest = { zone: found[i] ?? '', far }
    }
    return nearest?.zone ?? kept[0] ?? ''
  })
}
