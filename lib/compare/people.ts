import type { Figure } from '../figures/figure'
import { EDUCATION_LEVELS, PEOPLE_GROUPS } from '../figures/items'
import { ageRows, employedRow, menRow } from './ages'
import type { Citations, CitedRelease } from './cite'
import { measureRow, present, type Row } from './rows'
import { bothOwn, type Side } from './side'

type Cite = Citations<CitedRelease>
type Sides = readonly [Side, Side]

/** The seven levels of education, in percent of workers aged 25 and over. */
export function educationRows(sides: Sides, cite: Cite): Row[] {
  const own = bothOwn(...sides)
  return present(
    EDUCATION_LEVELS.map(([item, label]) => {
      const row = measureRow(label, 'education.share', sides, cite, { item })
      return row && own ? { ...row, official: true } : row
    }),
  )
}

/** What the reference pair's titles say of education beyond the level. */
export function ownEducationRows(sides: Sides, cite: Cite): Row[] {
  if (!bothOwn(...sides)) return []
  return present([
    measureRow('Most common degree', 'education.top', sides, cite, { own: true }),
    measureRow('Most common major', 'education.major', sides, cite, { own: true, difference: false }),
    measureRow('Most common college', 'education.college', sides, cite, { own: true, difference: false }),
  ])
}

/** Median age, gender and race of the people employed; on the reference pair the titles' own lead. */
export function peopleRows(sides: Sides, cite: Cite): Row[] {
  const own = bothOwn(...sides)
  const official = (row: Row | null) => row && (own ? { ...row, official: true } : row)
  const groups = PEOPLE_GROUPS.flatMap(([item, label]) => [
    ...(own ? [measureRow(label, 'people.share', sides, cite, { item, own: true })] : []),
    official(item === 'men' ? menRow(sides, cite) : measureRow(label, 'people.share', sides, cite, { item })),
  ])
  return present([
    ...(own ? [measureRow('Average age', 'age.average', sides, cite, { own: true })] : []),
    official(measureRow('Median age', 'age.median', sides, cite)),
    ...groups,
    ...(own ? [measureRow('LGBT', 'people.lgbt', sides, cite, { own: true })] : []),
    official(employedRow(sides, cite)),
  ])
}

/** Shares by age, in whole percent: a table of their own, as a column has one precision. */
export function peopleByAge(sides: Sides, cite: Cite): Row[] {
  const own = bothOwn(...sides)
  return ageRows(sides, cite).map((row) => (own ? { ...row, official: true } : row))
}

/** Sum of a title's own race shares, to one decimal. */
export function ownRaceSum(side: Side): number | undefined {
  const races = ['white', 'black', 'asian', 'hispanic', 'american-indian', 'unknown']
  const figures = races.map((item) => side.own?.shown('people.share', item)).filter((f): f is Figure => f !== undefined)
  if (figures.length < races.length) return undefined
  return Math.round(figures.reduce((sum, figure) => sum + (figure.value ?? 0), 0) * 10) / 10
}
