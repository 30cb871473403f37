import type { Citations, CitedRelease } from './cite'
import { type Cell, measureRow, present, type Row, shownRow } from './rows'
import { byTheHour } from './salary'
import { bothOwn, type Side } from './side'
import { showLeading, topEducation, topExperience } from './top'

type Cite = Citations<CitedRelease>
type Sides = readonly [Side, Side]

const mostCommonDegree = (sides: Sides, cite: Cite) =>
  shownRow('Most common education', 'education.share', sides, cite, (set) => {
    const top = topEducation(set)
    return top && showLeading(top, 'level', 'workers', cite)
  })

const experienceBand = (sides: Sides, cite: Cite) =>
  shownRow('Experience most often required', 'experience.required', sides, cite, (set) => {
    const top = topExperience(set)
    return top && showLeading(top, 'band', 'answers', cite)
  })

/** Growth with the jobs that it is reckoned from: both are rounded, and few jobs may grow without a change that shows. */
const growthRow = (sides: Sides, years: string, cite: Cite) => {
  const row = measureRow('Projected growth', 'projection.growth', sides, cite, { note: years })
  if (!row) return null
  const cells = row.cells.map((cell, i): Cell => {
    const base = (i === 0 ? sides[0] : sides[1]).official.shown('projection.employment.base')
    return 'parts' in cell && base ? { ...cell, parts: [...cell.parts, ' of ', cite.value(base), ' jobs'] } : cell
  }) as [Cell, Cell]
  return { ...row, cells }
}

const official = (row: Row | null): Row | null => row && { ...row, official: true }

function ownRows(sides: Sides, years: string, cite: Cite): (Row | null)[] {
  const own = (label: string, measure: string, note?: string, difference?: boolean) =>
    measureRow(label, measure, sides, cite, {
      own: true,
      ...(note ? { note } : {}),
      ...(difference === undefined ? {} : { difference }),
    })
  return [
    own('Yearly salary', 'pay.annual.mean', 'average'),
    official(measureRow('Yearly pay, mean', 'pay.annual.mean', sides, cite)),
    own('Hourly rate', 'pay.hourly.mean'),
    official(measureRow('Hourly pay, mean', 'pay.hourly.mean', sides, cite)),
    own('Growth rate', 'growth.unstated', 'period not given'),
    official(growthRow(sides, years, cite)),
    own('Number of jobs', 'employment', 'period not given'),
    official(measureRow('Number of jobs', 'employment', sides, cite)),
    own('Most common degree', 'education.top'),
    official(mostCommonDegree(sides, cite)),
    own('Average age', 'age.average'),
    official(measureRow('Median age', 'age.median', sides, cite)),
    own('Years of experience', 'experience.years'),
    official(experienceBand(sides, cite)),
  ]
}

/**
 * The rows of the overview. On the pair whose titles have figures of their own these lead, and the matched
 * occupations' official figures stand under each.
 * @param years the projection's years, as in `2024 to 2034`
 */
export function overviewRows(sides: Sides, years: string, cite: Cite): Row[] {
  if (bothOwn(...sides)) return present([...ownRows(sides, years, cite), ...entryRows(sides, cite).map(official)])
  return present([
    measureRow('Yearly pay, mean', 'pay.annual.mean', sides, cite),
    measureRow('Yearly pay, median', 'pay.annual.median', sides, cite),
    measureRow('Hourly pay, mean', 'pay.hourly.mean', sides, cite),
    ...(byTheHour(sides) ? [measureRow('Hourly pay, median', 'pay.hourly.median', sides, cite)] : []),
    measureRow('Number of jobs', 'employment', sides, cite, { note: 'employees' }),
    growthRow(sides, years, cite),
    measureRow('Openings a year', 'projection.openings', sides, cite, { note: `on average, ${years}` }),
    ...entryRows(sides, cite),
    mostCommonDegree(sides, cite),
    experienceBand(sides, cite),
    measureRow('Median age', 'age.median', sides, cite),
  ])
}

function entryRows(sides: Sides, cite: Cite): (Row | null)[] {
  return [
    measureRow('Typical education to enter', 'entry.education', sides, cite),
    measureRow('Related experience to enter', 'entry.experience', sides, cite),
    measureRow('On-the-job training', 'entry.training', sides, cite),
  ]
}
