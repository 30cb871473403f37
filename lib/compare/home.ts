import 'server-only'
import { type Figure, FigureSet } from '../figures/figure'
import { listNationalFigures } from '../figures/queries'
import { getRoles, type RoleWithOccupation } from '../roles/queries'
import { listCurrentReleases } from '../sources/queries'
import { Citations, type CitedRelease, type Part } from './cite'
import { comparePath } from './pair'

const PAIRS = [
  ['lead-technician', 'technical-product-manager'],
  ['paralegal', 'lawyer'],
  ['accountant-or-auditor', 'data-scientist'],
  ['electrician', 'plumber-or-pipefitter'],
  ['physician-assistant', 'registered-nurse'],
  ['software-developer', 'user-support-specialist'],
] as const

export type HomePair = {
  path: string
  names: [string, string]
  why: Part[]
  /** Middle half and median of yearly pay of both, where published. */
  pay?: { p25: number; median: number; p75: number }[]
}

const MIDDLE = ['p25', 'median', 'p75'] as const

function payOf(set: FigureSet) {
  const [p25, median, p75] = MIDDLE.map((key) => set.shown(`pay.annual.${key}`)?.value)
  return p25 && median && p75 ? { p25, median, p75 } : undefined
}

/** The comparisons that the home page offers, each with the two medians; titles' own figures never stand here. */
export async function getHomePairs(): Promise<{ pairs: HomePair[]; releases: CitedRelease[] }> {
  const slugs = [...new Set(PAIRS.flat())]
  const [found, releases] = await Promise.all([getRoles(slugs), listCurrentReleases()])
  const roles = found.filter((role) => role !== null)
  const figures = await listNationalFigures(roles.map(({ role }) => role.id))
  const cite = new Citations<CitedRelease>(new Map(releases.map((release) => [release.key, release])))
  const pairs = PAIRS.flatMap(([a, b]) => {
    const sides = [a, b].map((slug) => roles.find(({ role }) => role.slug === slug))
    return sides[0] && sides[1] ? [pairOf([sides[0], sides[1]], figures, cite)] : []
  })
  return { pairs, releases: cite.list() }
}

function pairOf(
  sides: readonly [RoleWithOccupation, RoleWithOccupation],
  figures: readonly (Figure & { roleId: number })[],
  cite: Citations<CitedRelease>,
): HomePair {
  const [a, b] = sides
  const base = {
    path: comparePath(a.role.slug, b.role.slug),
    names: [a.role.singular, b.role.singular] as [string, string],
  }
  if (a.role.kind === 'title' || b.role.kind === 'title')
    return { ...base, why: ['two job titles and the occupations they belong to'] }
  const sets = sides.map(({ role }) => new FigureSet(figures.filter((figure) => figure.roleId === role.id)))
  const medians = sets.map((set) => set.shown('pay.annual.median'))
  const pay = sets.map(payOf).filter((row) => row !== undefined)
  const why: Part[] =
    medians[0] && medians[1]
      ? ['median pay ', cite.value(medians[0]), ' and ', cite.value(medians[1]), ' a year']
      : ['entry, outlook and skills side by side']
  return { ...base, why, ...(pay.length === 2 ? { pay } : {}) }
}
