import 'server-only'
import { writeShortAnswer } from '../compare/answer'
import type { Citations, CitedRelease, Part } from '../compare/cite'
import type { Side } from '../compare/side'
import { FigureSet } from '../figures/figure'
import { listNationalFigures, listPlacedFigures } from '../figures/queries'
import { getRoles, type RoleWithOccupation } from '../roles/queries'
import { type FindFigure, listCompared, listFigureRefs } from './figures'
import type { ContentNode, WriteUp } from './types'
import { getWriteUp } from './write-ups'

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

/**
 * The published write-ups of these roles, and a way to the figures that they cite. A title's official figures are its
 * occupation's.
 * @param draft stands in for the published text of its role, for a preview
 */
export async function loadWriteUps(
  roles: readonly RoleWithOccupation[],
  draft?: WriteUp,
): Promise<{ writeUps: (WriteUp | undefined)[] } & Loaded> {
  const writeUps = roles.map(({ role }) => (draft?.role === role.slug ? draft : getWriteUp(role.slug)))
  return { writeUps, ...(await loadFigures(writeUps.filter((writeUp) => writeUp !== undefined))) }
}

/** A way to the figures that these write-ups cite. */
export async function loadFigures(writeUps: readonly WriteUp[]): Promise<Loaded> {
  const refs = writeUps.flatMap((writeUp) => listFigureRefs(nodesOf(writeUp), writeUp.role))
  const compared = writeUps.flatMap((writeUp) => {
    const others = listCompared(nodesOf(writeUp))
    return others.length > 0 ? [writeUp.role, ...others] : []
  })
  const slugs = [...new Set([...refs.map(({ role }) => role), ...compared])]
  if (slugs.length === 0) return { find: () => undefined, side: () => undefined }
  const found = (await getRoles(slugs)).filter((role) => role !== null)
  const ids = [...new Set(found.map(({ occupation }) => occupation.id))]
  const elsewhere = refs.filter(({ place }) => place !== 'US')
  const [figures, placed] = await Promise.all([
    listNationalFigures(ids),
    elsewhere.length === 0
      ? []
      : listPlacedFigures(
          ids,
          [...new Set(elsewhere.map(({ place }) => place))],
          [...new Set(elsewhere.map(({ measure }) => measure))],
        ),
  ])
  const bySlug = new Map(found.map((one) => [one.role.slug, one]))
  const setOf = (slug: string) => {
    const id = bySlug.get(slug)?.occupation.id
    return new FigureSet(figures.filter((figure) => figure.roleId === id))
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
  nodes: readonly ContentNode[],
  role: string,
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
