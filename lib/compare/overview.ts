import { formatPercent } from '../format'
import type { Citations, CitedRelease } from './cite'
import { measureRow, present, type Row, shownRow } from './rows'
import { bothOwn, type Side } from './side'
import { topEducation, topExperience } from './top'

type Cite = Citations<CitedRelease>
type Sides = readonly [Side, Side]

const mostCommonDegree = (sides: Sides, cite: Cite, label = 'Most common education') =>
  shownRow(label, 'not-published', sides, cite, (set) => {
    const top = topEducation(set)
    return top && [`${top.name}, `, cite.value(top.figure)]
  })

const experienceBand = (sides: Sides, cite: Cite) =>
  shownRow(
    'Experience most often required',
    'not-collected',
    sides,
    cite,
    (set) => {
      const top = topExperience(set)
      return top && [`${top.name} (`, cite.cite(formatPercent(top.figure.value ?? 0, 0), top.figure), ' said so)']
    },
    { note: 'by those asked' },
  )

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
    official(measureRow('Projected growth', 'projection.growth', sides, cite, { note: years })),
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
    measureRow('Number of jobs', 'employment', sides, cite, { note: 'employees' }),
    measureRow('Projected growth', 'projection.growth', sides, cite, { note: years }),
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
