export type FigureKey = {
  role: string
  measure: string
  item?: string
  specialty?: string
  place?: string
  industry?: string
  release: string
}

const part = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-')

/**
 * A figure's public id, made from its natural key alone, so that it is the same in every store and every year:
 * `15-1232~pay.annual.median~us~oews-national-2025-05`. An item (`i.`), specialty (`s.`) or NAICS industry (`n.`)
 * stands between measure and place.
 * @returns a string of `[a-z0-9.~-]`, safe in an address and in an HTML attribute.
 */
export function figureId(key: FigureKey): string {
  const parts = [
    key.role,
    key.measure,
    key.item ? `i.${key.item}` : '',
    key.specialty ? `s.${key.specialty}` : '',
    key.industry ? `n.${key.industry}` : '',
    key.place ?? 'US',
    key.release,
  ]
  return parts.filter(Boolean).map(part).join('~')
}
