import { countryCoded, countryNamed, PARTS_OF_GB } from './countries'
import { divisionCoded, divisionNamed } from './divisions'
import { placeKey } from './place-key'

/** What the end of a place may name: a country, or a part of one. */
export type Area = { country: string; region?: string }

/** `isCode`: two letters, which may stand for a state and for a country that nobody thinks of. */
export type Areas = { isCode: boolean; may: Area[] }

/** Names that two countries go by. */
const SHARED: Record<string, string> = {
  congo: 'CD CG',
  korea: 'KR KP',
  'virgin islands': 'VI VG',
}

/**
 * All that a text may name: `Georgia` is a state and a country, `CA` a state's code and a country's. A state or province
 * comes first.
 */
export function areasOf(text: string): Areas {
  const part = PARTS_OF_GB.get(placeKey(text))
  if (part) return { isCode: false, may: [{ country: 'GB', region: part }] }
  const shared = SHARED[placeKey(text)]?.split(' ')
  if (shared) return { isCode: false, may: shared.map((country) => ({ country })) }
  const [country, division] = [countryNamed(text), divisionNamed(text)]
  if (country || division)
    return { isCode: false, may: [...(division ? [division] : []), ...(country ? [{ country }] : [])] }
  const [coded, code] = [divisionCoded(text), countryCoded(text)]
  return { isCode: true, may: [...(coded ? [coded] : []), ...(code ? [{ country: code }] : [])] }
}
