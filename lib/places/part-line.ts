import { cleanLine } from '../text/clean'
import { countryNamed } from './countries'

/** Said of what ends with no place we know. */
export const END_IT = 'end it with a state or a country, such as Denver, CO or Toronto, Ontario, Canada.'

/** A place that is no place. */
const NOWHERE =
  /^(?:anywhere|worldwide|everywhere|home office|(?:work )?from home)$|^(?:100% |fully )?remote(?:ly)?\b|[(,–-] ?remote\)?$/i

const LIKE = 'such as Denver, Colorado or Toronto, Ontario'

/** What joins two places in one line; few towns have it in their names. */
export const MANY = /\S \/ \S|,.*\/.*,|\S\s+or\s+\S/i

/** A line in the parts that commas, or what people write for them, make; or why it is no single place. */
export function partLine(text: string): { line: string; parts: string[] } | { says: string } {
  const line = cleanLine(text)
  const named = `“${line.slice(0, 80)}”`
  if (NOWHERE.test(line))
    return { says: `${named}: say from where people may work, such as United States or Colorado.` }
  const commas = line
    .replaceAll(/[，、،;|]/g, ',')
    .replace(/^([^,/]+)\/([^,/]+)$/, '$1, $2')
    .replace(/(\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d) +(?=[A-Z][A-Za-z. ]+$)/i, '$1, ')
  const plain = countryNamed(commas.split(',').at(-1) ?? '')
    ? commas
    : commas.replace(/ ?\((?!country\)|state\)|province\)|territory\))([^()]*)\)$/i, ', $1')
  const parts = plain
    .split(',')
    .map((part) => part.trim().replace(/(?<=\w{3})\.$/, ''))
    .filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 7 || parts.some((part) => part.length > 80))
    return { says: `${named}: ${END_IT}` }
  if (parts.some((part) => /^[AFD]PO$/i.test(part)))
    return { says: `${named} is a military address: name the town and the country where the work is done, ${LIKE}.` }
  return { line, parts: parts.length > 1 && countryNamed(plain) ? [plain] : parts }
}
