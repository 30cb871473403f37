import type { Context } from '../import/types'

const fold = (title: string) => title.toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** Which occupations a CPS title speaks for. */
export type CpsJoin = {
  /** Codes of the occupations that the title is for. */
  rolesOf(title: string): readonly string[]
  /** Occupations that several titles are for: nothing is added up, so they get none. */
  ambiguous: ReadonlyMap<string, readonly string[]>
}

/**
 * CPS tables have titles and no codes. An occupation is joined through the matrix's census title, exact but for case;
 * failing that by its own official title. An occupation of several census titles stays without figures.
 * @param titles every title of the table
 */
export async function joinCpsTitles(context: Context, titles: Iterable<string>): Promise<CpsJoin> {
  const [occupations, crosswalk] = await Promise.all([context.occupations(), context.crosswalk('acs')])
  const inTable = new Set([...titles].map(fold))
  const byTitle = new Map<string, string[]>()
  const ambiguous = new Map<string, string[]>()
  const add = (title: string, code: string) => byTitle.set(title, [...(byTitle.get(title) ?? []), code])
  for (const [code, name] of occupations) {
    const census = [
      ...new Set(crosswalk.filter((row) => row.fromCode === code).map((row) => fold(row.toTitle))),
    ].filter((title) => inTable.has(title))
    if (census.length > 1) ambiguous.set(code, census)
    else if (census[0]) add(census[0], code)
    else if (inTable.has(fold(name))) add(fold(name), code)
  }
  return { rolesOf: (title) => byTitle.get(fold(title)) ?? [], ambiguous }
}

/** The note of a figure whose group is wider than, or named otherwise than, the occupation. */
export function groupNote(group: string, occupation: string): { note?: string } {
  return fold(group) === fold(occupation) ? {} : { note: `for: ${group.replaceAll(/\s+/g, ' ').trim()}` }
}
