import 'server-only'
import { FigureSet } from '../figures/figure'
import { listNationalFigures } from '../figures/queries'
import { getRoles, type RoleWithOccupation } from '../roles/queries'
import { type FindFigure, listFigureRefs } from './figures'
import type { WriteUp } from './types'
import { getWriteUp } from './write-ups'

/** Everything that was written of a role, in reading order. */
export const nodesOf = (writeUp: WriteUp) => [
  ...writeUp.sections.flatMap(({ nodes }) => nodes),
  ...writeUp.responsibilities.flat(),
]

/**
 * The published write-ups of these roles, and a way to the figures that they cite. A title's official figures are its
 * occupation's.
 * @param draft stands in for the published text of its role, for a preview
 */
export async function loadWriteUps(
  roles: readonly RoleWithOccupation[],
  draft?: WriteUp,
): Promise<{ writeUps: (WriteUp | undefined)[]; find: FindFigure }> {
  const writeUps = roles.map(({ role }) => (draft?.role === role.slug ? draft : getWriteUp(role.slug)))
  const slugs = [
    ...new Set(
      writeUps.flatMap((writeUp) =>
        writeUp ? listFigureRefs(nodesOf(writeUp), writeUp.role).map(({ role }) => role) : [],
      ),
    ),
  ]
  if (slugs.length === 0) return { writeUps, find: () => undefined }
  const found = (await getRoles(slugs)).filter((role) => role !== null)
  const figures = await listNationalFigures([...new Set(found.map(({ occupation }) => occupation.id))])
  const sets = new Map(
    found.map(({ role, occupation }) => [
      role.slug,
      new FigureSet(figures.filter((figure) => figure.roleId === occupation.id)),
    ]),
  )
  return { writeUps, find: ({ role, measure, item }) => sets.get(role)?.find(measure, item) }
}
