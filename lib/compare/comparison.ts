import { type Figure, FigureSet } from '../figures/figure'
import { type FieldRow, fieldsOf } from '../roles/fields'
import type { RelatedRole, Role, RoleWithOccupation, Task, Technology } from '../roles/queries'
import { headRows } from './ages'
import { writeAnswer } from './answer'
import { Citations, type CitedRelease, type Part } from './cite'
import { describeRole } from './describe'
import { overviewRows } from './overview'
import { writeOwnAnswer } from './own-answer'
import { educationRows, ownEducationRows, ownRaceSum, peopleByAge, peopleRows } from './people'
import { overlapOf, payNote, salaryRows } from './salary'
import { bothOwn, type Side } from './side'
import { topSkills } from './skills'
import { switchTo } from './switching'

/** What a comparison is made from, as it comes from the store. */
export type ComparisonInput = {
  roles: readonly [RoleWithOccupation, RoleWithOccupation]
  figures: readonly (Figure & { roleId: number })[]
  releases: readonly CitedRelease[]
  related: readonly RelatedRole[]
  technologies: readonly Technology[]
  tasks: readonly Task[]
  titles: readonly { roleId: number; name: string }[]
  fields: readonly FieldRow[]
}

/** The years of the projection in force, as in `2024 to 2034`. */
export function projectionYears(releases: readonly CitedRelease[]): string {
  const label = releases.find((release) => release.key.startsWith('ep-projections'))?.label ?? ''
  return (
    label
      .match(/(\d{4})\D+(\d{2,4})/)
      ?.slice(1)
      .map((year) => (year.length === 2 ? `20${year}` : year))
      .join(' to ') ?? label
  )
}

function sideOf(
  key: 'a' | 'b',
  { role, occupation }: RoleWithOccupation,
  input: ComparisonInput,
  withOwn: boolean,
): Side {
  const of = (id: number) => new FigureSet(input.figures.filter((figure) => figure.roleId === id))
  const own = withOwn && role.kind === 'title' ? of(role.id) : undefined
  return { key, role, occupation, official: of(occupation.id), ...(own && own.figures.length > 0 ? { own } : {}) }
}

/** Everything a comparison's page shows, in reading order, with its sources numbered as cited. Pure. */
export function buildComparison(input: ComparisonInput) {
  const [ra, rb] = input.roles
  const titlesOnly = ra.role.kind === 'title' && rb.role.kind === 'title'
  const a = sideOf('a', ra, input, titlesOnly)
  const b = sideOf('b', rb, input, titlesOnly)
  const sides = [a, b] as const
  const own = bothOwn(a, b)
  const cite = new Citations(new Map(input.releases.map((release) => [release.key, release])))
  const years = projectionYears(input.releases)
  const ownAnswer: Part[] = own ? writeOwnAnswer(a, b, cite) : []
  const answer = writeAnswer(a, b, years, cite)
  const overview = overviewRows(sides, years, cite)
  const about = sides.map((side, i) => aboutOf(side, input.roles[i]?.occupation as Role, input, cite))
  const overlap = overlapOf(a, b, cite)
  const salary = salaryRows(sides, cite)
  const education = { rows: educationRows(sides, cite), own: ownEducationRows(sides, cite) }
  const fields = fieldsOfSides(sides, input.fields, cite)
  const people = {
    rows: peopleRows(sides, cite),
    ages: peopleByAge(sides, cite),
    heads: headRows(sides, cite),
    ownSums: sides.map(ownRaceSum),
  }
  const skills = sides.map((side) => skillsOf(side, input, cite))
  const rank = (from: Side, to: Side) =>
    input.related.find((row) => row.of === from.occupation.id && row.id === to.occupation.id)?.rank
  const switching =
    a.occupation.code === b.occupation.code ? [] : [switchTo(a, b, rank(a, b), cite), switchTo(b, a, rank(b, a), cite)]
  const tasks = sides.map((side) =>
    input.tasks.filter((task) => task.roleId === side.occupation.id && task.specialty === ''),
  )
  for (const task of tasks.flat().slice(0, 1)) cite.number(task.release)
  return {
    a,
    b,
    sides,
    own,
    years,
    ownAnswer,
    answer,
    overview,
    about,
    overlap,
    salary,
    payNote: payNote(sides),
    education,
    fields,
    people,
    skills,
    switching,
    tasks,
    cite,
  }
}

/** Fields of study that lead to each occupation; once where both are one. */
function fieldsOfSides([a, b]: readonly [Side, Side], rows: readonly FieldRow[], cite: Citations<CitedRelease>) {
  return (a.occupation.id === b.occupation.id ? [a] : [a, b]).map(({ occupation }) => {
    const fields = fieldsOf(rows, occupation)
    return { plural: occupation.plural, fields, source: fields && cite.number(fields.release) }
  })
}

export type Comparison = ReturnType<typeof buildComparison>

function aboutOf(side: Side, occupation: Role, input: ComparisonInput, cite: Citations<CitedRelease>): Part[] {
  const titles = input.titles.filter((title) => title.roleId === side.occupation.id).map((title) => title.name)
  const technologies = input.technologies.filter((technology) => technology.roleId === side.occupation.id)
  const names = technologies.slice(0, 4).map((technology) => technology.name)
  return describeRole(side, occupation.familyName, titles.slice(0, 4), { names }, cite)
}

function skillsOf(side: Side, input: ComparisonInput, cite: Citations<CitedRelease>) {
  const technologies = input.technologies.filter((technology) => technology.roleId === side.occupation.id)
  const groups = topSkills(side.official, 'skill.importance', 6)
  const knowledge = topSkills(side.official, 'knowledge.importance', 4)
  for (const figure of [
    ...(side.own?.list('skill.share') ?? []),
    ...groups.flatMap((g) => g.skills),
    ...knowledge.flatMap((g) => g.skills),
  ]) {
    cite.number(figure.release)
  }
  for (const technology of technologies.slice(0, 1)) cite.number(technology.release)
  return { own: side.own?.list('skill.share') ?? [], groups, knowledge, technologies }
}
