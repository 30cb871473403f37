import type { Comparison } from '@/lib/compare/comparison'
import { commonPeriod } from '@/lib/compare/salary'
import { capitalise } from '@/lib/compare/side'
import { groupPhrase } from '@/lib/compare/whose'
import { EDUCATION_LEVELS } from '@/lib/figures/items'
import { formatPercent } from '@/lib/format'
import { pairBarsChart } from '../charts/pair-bars'
import { percentilesChart } from '../charts/percentiles'
import { FieldsOfStudy } from '../roles/fields-of-study'
import { Chart } from '../ui/chart'
import { Marks } from '../ui/marks'
import { Prose } from '../ui/parts'
import { distributionOf } from './distribution'
import { PairTable } from './pair-table'

type Props = { comparison: Comparison }

/** Column headings: a title says whose figures stand under it, where they are not its own. */
export function headings({ a, b }: Comparison): [string, string] {
  return [capitalise(a.role.singular), capitalise(b.role.singular)]
}

export function Section({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section className="part" id={id} aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{title}</h2>
      {children}
    </section>
  )
}

/** Numbers of the sources of what a chart draws. */
const sourcesOf = ({ sides, cite }: Comparison, ...measures: string[]): number[] => [
  ...new Set(
    sides.flatMap((side) =>
      measures.flatMap((measure) =>
        side.official
          .list(measure)
          .slice(0, 1)
          .map((figure) => cite.number(figure.release)),
      ),
    ),
  ),
]

/** Whose official figures a page shows, where a title has none of its own. */
function Matched({ comparison }: Props) {
  const titles = comparison.sides.filter((side) => side.role.kind === 'title')
  if (titles.length === 0) return null
  const { a, b, own } = comparison
  if (a.occupation.code === b.occupation.code) {
    return <p className="quiet">Both columns show the figures of one occupation: {a.occupation.plural}.</p>
  }
  return (
    <p className="quiet">
      {own ? 'Lines marked “official” are' : 'Figures are'} for the matched occupation
      {titles.length > 1 ? 's' : ''}:{' '}
      {titles.map((side) => `${side.occupation.plural} for ${side.role.plural}`).join('; ')}.
    </p>
  )
}

export function Overview({ comparison }: Props) {
  return (
    <Section id="overview" title="Overview">
      <PairTable caption="Overview" names={headings(comparison)} rows={comparison.overview} />
      <Matched comparison={comparison} />
    </Section>
  )
}

export function Salary({ comparison }: Props) {
  const { a, b, sides, overlap, salary } = comparison
  const period = commonPeriod(sides)
  const rows = [distributionOf(a, period), distributionOf(b, period)].filter((row) => row !== undefined)
  const perHour = rows.some((row) => row.perHour)
  const same = a.occupation.code === b.occupation.code
  return (
    <Section id="salary" title="Salary">
      {overlap ? (
        <>
          <Prose
            className="lede"
            parts={[
              overlap.lead,
              overlap.range,
              ...(overlap.estimate ? [': our estimate is ', overlap.estimate] : []),
              '.',
            ]}
          />
          <details className="more">
            <summary>How we know</summary>
            <p className="quiet">
              We compare {overlap.period} pay from the five percentiles that the Bureau of Labor Statistics publishes
              for each occupation, drawing one worker from each at random. The range holds whatever the pay between,
              below and above those percentiles: every worker is placed where it favors one side most, then the other.
              Withheld or capped percentiles widen it, and a tie counts half. The single figure is derived: it assumes
              that pay rises smoothly, by equal percentages, between percentiles and a little beyond, and is rounded to
              the nearest five. It compares pay, not anyone’s prospects. Percentiles are published without an error, so
              none is given.
            </p>
          </details>
        </>
      ) : null}
      {rows.length > 0 && rows.every((row) => row.perHour === perHour) ? (
        <Chart svg={percentilesChart(same ? rows.slice(0, 1) : rows, perHour)}>
          Ring: median. Bar: middle half. Line: 10th to 90th percentile. Official pay {perHour ? 'an hour' : 'a year'},
          employees, United States, as paid.
          <Marks sources={sourcesOf(comparison, 'pay.annual.median', 'pay.hourly.median')} />
        </Chart>
      ) : null}
      <PairTable caption="Salary" names={headings(comparison)} rows={salary} />
      {comparison.payNote ? <p className="quiet">{comparison.payNote}</p> : null}
      <Matched comparison={comparison} />
    </Section>
  )
}

export function Education({ comparison }: Props) {
  const { a, b, education } = comparison
  const share = (side: typeof a, item: string) => side.official.shown('education.share', item)?.value ?? undefined
  const bars = EDUCATION_LEVELS.map(([item, label]) => {
    const [va, vb] = [share(a, item), share(b, item)]
    return { label, ...(va === undefined ? {} : { a: va }), ...(vb === undefined ? {} : { b: vb }) }
  })
  if (education.rows.length === 0 && education.own.length === 0) return null
  const groups = [a, b].flatMap(({ occupation, official }) => {
    const group = official.list('education.share')[0]
    const phrase = group && groupPhrase(group)
    return phrase ? [`for ${occupation.plural}: ${phrase}`] : []
  })
  return (
    <Section id="education" title="Education">
      {education.own.length > 0 ? (
        <PairTable caption="Education, as published elsewhere" names={headings(comparison)} rows={education.own} />
      ) : null}
      {education.rows.length > 0 && !education.rows.every(({ together }) => together) ? (
        <Chart
          svg={pairBarsChart(
            'Highest level of education completed, in percent; the table below has the figures.',
            bars,
            (v) => formatPercent(v),
          )}
        >
          Workers aged 25 and over by the highest level they have completed
          {groups.length > 0 ? `; ${groups.join('; ')}` : ''}.
          <Marks sources={sourcesOf(comparison, 'education.share')} />
        </Chart>
      ) : null}
      <PairTable caption="Highest level of education completed" names={headings(comparison)} rows={education.rows} />
      <FieldsOfStudy of={comparison.fields} />
      <Matched comparison={comparison} />
    </Section>
  )
}

export function Demographics({ comparison }: Props) {
  const { people } = comparison
  if (people.rows.length === 0) return null
  return (
    <Section id="demographics" title="Demographics">
      <PairTable caption="Demographics" names={headings(comparison)} rows={people.rows} />
      <PairTable caption="People employed, by age, in percent" names={headings(comparison)} rows={people.ages} />
      {people.heads.length > 0 ? (
        <details className="more">
          <summary>People by age as counted, rounded to thousands</summary>
          <PairTable caption="People employed, by age, as counted" names={headings(comparison)} rows={people.heads} />
        </details>
      ) : null}
      {comparison.own ? (
        <p className="quiet">
          The titles’ own shares by race add up to {people.ownSums.map((sum) => formatPercent(sum ?? 0)).join(' and ')},
          by rounding.
        </p>
      ) : null}
      <p className="quiet">
        In the official figures Hispanic people may be of any race and not every race is listed, so these shares overlap
        and do not add up to 100. They describe who does the work today, not who should.
      </p>
    </Section>
  )
}
