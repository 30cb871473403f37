import 'server-only'
import { writeShortAnswer } from '../compare/answer'
import type { Citations, CitedRelease, Part } from '../compare/cite'
import type { Side } from '../compare/side'
import { type Figure, FigureSet } from '../figures/figure'
import { listNationalFigures, listPlacedFigures } from '../figures/queries'
import { getRoles, type RoleWithOccupation } from '../roles/queries'
import { type FindFigure, listCompared, listFigureRefs } from './figures'
import type { ContentNode, WriteUp } from './types'

/** Everything in a write-up that is shown. */
export const nodesOf = (writeUp: WriteUp): ContentNode[] => [
  ...writeUp.sections.flatMap(({ nodes }) => nodes),
  ...writeUp.responsibilities.flat(),
]

/** What write-ups show of the ledger. */
export type Loaded = {
  find: FindFigure
  /** A role with the figures that speak for it; undefined for one that no write-up of these names. */
  side(slug: string, key: 'a' | 'b'): Side | undefined
}

/** What a page shows of the write-up of a role. */
export type Shown = { role: string; nodes: readonly ContentNode[] }

/** What the page reads anyway: its roles with their national figures. */
export type ReadAnyway = {
  roles: readonly RoleWithOccupation[]
  figures: Promise<readonly (Figure & { roleId: number })[]>
}

/**
 * A way to the figures that write-ups cite. A title's official figures are its occupation's.
 * @param page of it nothing is read twice
 */
export async function loadFigures(shown: readonly Shown[], page: ReadAnyway): Promise<Loaded> {
  const refs = shown.flatMap(({ nodes, role }) => listFigureRefs(nodes, role))
  const compared = shown.flatMap(({ nodes, role }) => {
    const others = listCompared(nodes)
    return others.length > 0 ? [role, ...others] : []
  })
  const slugs = [...new Set([...refs.map(({ role }) => role), ...compared])]
  if (slugs.length === 0) return { find: () => undefined, side: () => undefined }
  const known = page.roles.filter(({ role }) => slugs.includes(role.slug))
  const missing = slugs.filter((slug) => !known.some(({ role }) => role.slug === slug))
  const others = missing.length === 0 ? [] : (await getRoles(missing)).filter((role) => role !== null)
  const found = [...known, ...others]
  const idsOf = (roles: readonly RoleWithOccupation[]) => [...new Set(roles.map(({ occupation }) => occupation.id))]
  const elsewhere = refs.filter(({ place }) => place !== 'US')
  const [own, foreign, placed] = await Promise.all([
    page.figures,
    others.length === 0 ? [] : listNationalFigures(idsOf(others)),
    elsewhere.length === 0
      ? []
      : listPlacedFigures(
          idsOf(found),
          [...new Set(elsewhere.map(({ place }) => place))],
          [...new Set(elsewhere.map(({ measure }) => measure))],
        ),
  ])
  const bySlug = new Map(found.map((one) => [one.role.slug, one]))
  const setOf = (slug: string) => {
    const id = bySlug.get(slug)?.occupation.id
    return new FigureSet((missing.includes(slug) ? foreign : own).filter((figure) => figure.roleId === id))
  }
  const sets = new Map(slugs.map((slug) => [slug, setOf(slug)]))
  return {
    find: ({ role, measure, item, place }) =>
      place === 'US'
        ? sets.get(role)?.find(measure, item)
        : placed.find(
            (figure) =>
              figure.roleId === bySlug.get(role)?.occupation.id &&
              figure.place === place &&
              figure.measure === measure &&
              figure.item === item &&
              figure.specialty === '',
          ),
    side: (slug, key) => {
      const [one, official] = [bySlug.get(slug), sets.get(slug)]
      return one && official && { key, role: one.role, occupation: one.occupation, official }
    },
  }
}

/**
 * Gives the figures that these nodes show their numbers among a page's sources.
 * @returns the short answer of each comparison that they link to, by the slug of the other role
 */
export function citeWords(
  { nodes, role }: Shown,
  { find, side }: Loaded,
  cite: Citations<CitedRelease>,
): ReadonlyMap<string, Part[]> {
  for (const ref of listFigureRefs(nodes, role)) {
    const figure = find(ref)
    if (figure) cite.number(figure.release)
  }
  return new Map(
    listCompared(nodes).flatMap((other) => {
      const [first = '', second = ''] = [role, other].sort()
      const [a, b] = [side(first, 'a'), side(second, 'b')]
      return a && b ? [[other, writeShortAnswer(a, b, cite)] as const] : []
    }),
  )
}
