import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { COUNTRY_CODES } from '@/lib/places/iso-countries'
import { STATES } from '@/lib/places/states'
import { TERRITORIES } from '@/lib/places/territories'
import { root } from './steps.mjs'

/** What the file that GeoNames gives out says of a place of over 1,000 people. */
type Row = {
  name: string
  latitude: number
  longitude: number
  country: string
  admin: string
  people: number
  zone: string
}

const COLUMNS = 'geonameid|name|latitude|longitude|country code|admin1 code|population|timezone'

/** GeoNames numbers the provinces of Canada. */
const PROVINCES: Record<string, string> = Object.fromEntries(
  '01 AB|02 BC|03 MB|04 NB|05 NL|07 NS|08 ON|09 PE|10 QC|11 SK|12 YT|13 NT|14 NU'
    .split('|')
    .map((entry) => entry.split(' ')),
)

/** Towns of other countries are kept from this many people on: to ask about names that are found twice. */
const MOST_KNOWN = 50_000

/** Towns whose county keeps another zone than GeoNames says, by 49 CFR part 71. */
const CORRECTED: Record<string, string> = {
  'US-IN Vincennes': 'America/Indiana/Vincennes',
  'US-NV West Wendover': 'America/Denver',
  'US-TN Rockwood': 'America/New_York',
}

const compareText = (a: string, b: string) => Number(a > b) - Number(a < b)

function readRow(line: string): Row {
  const [, name = '', latitude, longitude, country = '', admin = '', people, zone = ''] = line.split('\t')
  const round = (text?: string) => Number(Number(text).toFixed(3))
  return { name, latitude: round(latitude), longitude: round(longitude), country, admin, people: Number(people), zone }
}

/** Where towns are kept together: a state or province as ISO 3166-2 writes it, else the country. */
function groupOf({ country, admin }: Row): string | undefined {
  if (country === 'US') return STATES.has(admin) ? `US-${admin}` : undefined
  if (country === 'CA') return PROVINCES[admin] && `CA-${PROVINCES[admin]}`
  return COUNTRY_CODES.includes(country) ? country : undefined
}

/** A name as people write it: no legal form, no note in brackets. */
const plainName = ({ name, country }: Row) =>
  name
    .replace(/ \(.*\)$|, .*$/, '')
    .replace(/^City of /, '')
    .replace(country === 'GU' || country === 'MP' ? / village$/i : /$^/, '')

/** The zone that most of them keep. */
function usualZone(rows: readonly Row[]): string {
  const counts = new Map<string, number>()
  for (const { zone } of rows) counts.set(zone, (counts.get(zone) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0] ?? ''
}

function writeGroup(group: string, all: readonly Row[]): string[] {
  const whole = group.includes('-') || TERRITORIES.has(group)
  const most = all.reduce((a, b) => (b.people > a.people ? b : a))
  const rows = all
    .filter((row) => whole || row.people >= MOST_KNOWN || row === most)
    .map((row) => ({ ...row, name: plainName(row) }))
    .map((row) => ({ ...row, zone: CORRECTED[`${group} ${row.name}`] ?? row.zone }))
  const zone = usualZone(rows)
  const lines = rows
    .sort((a, b) => compareText(a.name, b.name) || b.people - a.people || a.latitude - b.latitude)
    .map((row) =>
      [row.name, row.latitude, row.longitude, row.people, ...(row.zone === zone ? [] : [row.zone])].join('|'),
    )
  return [`= ${group} ${zone}`, ...lines]
}

/**
 * The project's list of towns, made from GeoNames' `cities1000` with its heading line: all of the United States, its
 * territories and Canada, of other countries the large ones and the largest. The same file makes the same list.
 * @param text tab-separated: id, name, position, country, first division, people, time zone, other names
 * @throws Error when the columns are others
 */
export function makeTowns(text: string): string {
  const [heading = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const found = heading.split('\t').slice(0, 8).join('|')
  if (found !== COLUMNS) throw new Error(`Found the columns ${found}, expected ${COLUMNS}.`)
  const groups = new Map<string, Row[]>()
  for (const row of lines.map(readRow)) {
    const group = row.name.includes('(historical)') ? undefined : groupOf(row)
    if (!group) continue
    const rows = groups.get(group)
    if (rows) rows.push(row)
    else groups.set(group, [row])
  }
  return `${[...groups]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([group, rows]) => writeGroup(group, rows))
    .join('\n')}\n`
}

export const townsFile = join(root, 'data/towns.txt')

/** Reads GeoNames' file and writes the list. */
export function writeTowns(from: string): void {
  const made = `${townsFile}.${process.pid}`
  writeFileSync(made, makeTowns(readFileSync(from, 'utf8')))
  renameSync(made, townsFile)
}
