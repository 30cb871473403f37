/**
 * The states of the first three digits of ZIP codes, and the territories, as the Postal Service sorts mail by them (Labeling
 * List L002, Postal Facts); those of GeoNames' postal codes of March 2023 agree. Prefixes that reach over a line name both.
 */
const PREFIXES =
  '005 NY|006-007 PR|008 VI|009 PR|010-027 MA|028-029 RI|030-038 NH|039-049 ME|050-054 VT|055 MA|056-059 VT|060-069 CT|063 NY|070-089 NJ|' +
  '100-149 NY|150-196 PA|197-199 DE|200 DC|201 VA|202-205 DC|205 MD VA|206-219 MD|220-246 VA|247-268 WV|270-289 NC|290-299 SC|300-319 GA|' +
  '320-339 FL|341-342 FL|344 FL|346-347 FL|349 FL|350-369 AL|370-385 TN|386-397 MS|398-399 GA|400-427 KY|430-459 OH|460-479 IN|' +
  '480-499 MI|500-528 IA|530-549 WI|550-567 MN|569 DC|570-577 SD|580-588 ND|590-599 MT|600-629 IL|630-658 MO|660-679 KS|680-693 NE|' +
  '700-714 LA|716-729 AR|726 MO|730-731 OK|733 TX|734-749 OK|739 TX|750-799 TX|800-816 CO|820-831 WY|832-838 ID|834 WY|840-847 UT|' +
  '850-865 AZ|870-884 NM|885 TX|889-898 NV|900-961 CA|967-968 HI AS|969 GU MP|970-979 OR|980-994 WA|995-999 AK'

const ranges = PREFIXES.split('|').map((entry) => {
  const [range = '', ...areas] = entry.split(' ')
  const [from = '', to = from] = range.split('-')
  return { from, to, areas }
})

/** The states, or territories, that a ZIP code may lie in; none for one that is not given out there. */
export const areasOfZip = (zip: string): string[] =>
  ranges.filter(({ from, to }) => zip.slice(0, 3) >= from && zip.slice(0, 3) <= to).flatMap(({ areas }) => areas)

/** Canada Post's districts: the first letter of a postal code. */
const DISTRICTS: Record<string, string> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  X: 'NT NU',
  Y: 'YT',
}

const ZIP = /(?:^|[\s,])(\d{5}(?:-\d{4})?)$/
const CANADIAN = /(?:^|[\s,])([ABCEGHJ-NPRSTVXY]\d[A-Z]) ?(\d[A-Z]\d)$/i
/** Elsewhere: digits before or behind the town, in some countries with letters; the British kind. */
const BEFORE = /^((?:[A-Z]{1,2}-)?\d{4,6}|\d{3} ?\d{2}|〒?\d{3}-\d{4}) +(?=\D)/i
const BEHIND = /(?:^|[\s,])([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4,6}(?:-\d{3})?|\d{4} ?[A-Z]{2}|\d{3}-\d{4})$/i

/** A text without the postal code that it ended, or began, with. */
export type Parted = { rest: string; code: string; kind: 'zip' | 'canadian' | 'other'; areas: string[] }

/** Takes a postal code of the United States or Canada from the end of a text, with the states it may lie in. */
export function takePostalCode(text: string): Parted | undefined {
  const zip = ZIP.exec(text)?.[1]
  if (zip) return { rest: text.slice(0, -zip.length).trim(), code: zip, kind: 'zip', areas: areasOfZip(zip) }
  const found = CANADIAN.exec(text)
  if (!found) return undefined
  const [all, front = '', back = ''] = found
  const areas = DISTRICTS[front.charAt(0).toUpperCase()]?.split(' ') ?? []
  return {
    rest: text.slice(0, text.length - all.length).trim(),
    code: `${front} ${back}`.toUpperCase(),
    kind: 'canadian',
    areas,
  }
}

/** Takes a postal code as other countries write it from before or behind a town. */
export function takeOtherCode(text: string): { rest: string; code: string } | undefined {
  const before = BEFORE.exec(text)
  if (before?.[1]) return { rest: text.slice(before[0].length).trim(), code: before[1] }
  const behind = BEHIND.exec(text)
  return behind?.[1]
    ? { rest: text.slice(0, text.length - behind[0].length).trim(), code: behind[1].toUpperCase() }
    : undefined
}
