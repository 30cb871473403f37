import type { Context } from '../import/types'

const tidy = (title: string) => title.replaceAll(/\s+/g, ' ').trim()
/** A title as it is compared: in any case, white space folded. */
export const foldTitle = (title: string): string => tidy(title).toLowerCase()

/** Which occupations a CPS title speaks for. */
export type CpsJoin = {
  /** Codes of the occupations that the title is for. */
  rolesOf(title: string): readonly string[]
  /** The title as the group that the occupation is counted in, where that is wider than the occupation. */
  groupOf(title: string, role: string): { group?: string }
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
  const inTable = new Set([...titles].map(foldTitle))
  const byTitle = new Map<string, string[]>()
  const ambiguous = new Map<string, string[]>()
  const add = (title: string, code: string) => byTitle.set(title, [...(byTitle.get(title) ?? []), code])
  for (const [code, name] of occupations) {
    const census = [
      ...new Set(crosswalk.filter((row) => row.fromCode === code).map((row) => foldTitle(row.toTitle))),
    ].filter((title) => inTable.has(title))
    if (census.length > 1) ambiguous.set(code, census)
    else if (census[0]) add(census[0], code)
    else if (inTable.has(foldTitle(name))) add(foldTitle(name), code)
  }
  const rolesOf = (title: string) => byTitle.get(foldTitle(title)) ?? []
  return {
    rolesOf,
    groupOf(title, role) {
      const alone = rolesOf(title).length <= 1 && isSameName(title, occupations.get(role) ?? '')
      return alone ? {} : { group: tidy(title) }
    },
    ambiguous,
  }
}

/**
 * The census occupation in which an occupation is counted, by the matrix crosswalk; of several, all their names.
 * @returns by matrix code; '' where it only words the occupation's own name otherwise and holds no other
 */
export async function censusGroups(context: Context): Promise<ReadonlyMap<string, string>> {
  const crosswalk = await context.crosswalk('acs')
  const held = new Map<string, Set<string>>()
  const titles = new Map<string, { own: string; names: Set<string> }>()
  for (const { fromCode, fromTitle, toTitle } of crosswalk) {
    const name = tidy(toTitle)
    held.set(name, (held.get(name) ?? new Set()).add(fromCode))
    const found = titles.get(fromCode) ?? { own: fromTitle, names: new Set() }
    titles.set(fromCode, { ...found, names: found.names.add(name) })
  }
  const isOwn = ([name = '', ...others]: string[], own: string) =>
    others.length === 0 && held.get(name)?.size === 1 && isSameName(name, own)
  return new Map(
    [...titles].map(([code, { own, names }]) => [code, isOwn([...names], own) ? '' : [...names].join('; ')]),
  )
}

/** Whether two names differ in no more than case, punctuation and plural. */
export function isSameName(a: string, b: string): boolean {
  const words = (name: string) =>
    foldTitle(name)
      .replaceAll(/[^a-z0-9 ]+/g, '')
      .replaceAll(/s\b/g, '')
  return words(a) === words(b)
}
