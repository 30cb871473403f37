import type { Numbers as JobNumbers } from '@/lib/counts/numbers'
import { formatDay, formatDollars, formatWhole } from '@/lib/format'
import { escapeHtml } from '@/lib/html'
import { FIT_WORDS, fitOf, type PayContext } from '@/lib/jobs/pay-context'
import { dailyCountsChart } from '../charts/daily-counts'
import { payRangeChart } from '../charts/pay-range'
import { Chart } from '../ui/chart'

type Days = NonNullable<JobNumbers['days']>

const total = (days: Days, key: 'views' | 'applies') => days.reduce((sum, day) => sum + day[key], 0)

function Totals({ days }: { days: Days }) {
  const [views, applies] = [total(days, 'views'), total(days, 'applies')]
  const rows = [
    ['Views', formatWhole(views)],
    ['Apply clicks', formatWhole(applies)],
    ['Clicks in 100 views', views === 0 ? 'no views yet' : formatWhole((applies / views) * 100)],
    ['Views today', formatWhole(days.at(-1)?.views ?? 0)],
  ]
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function daysTable(days: Days): string {
  const rows = days
    .toReversed()
    .map(
      ({ day, views, applies }) =>
        `<tr><th scope="row">${escapeHtml(formatDay(new Date(`${day}T00:00:00Z`)))}</th>\n<td class="num">${formatWhole(views)}</td>\n<td class="num">${formatWhole(applies)}</td></tr>`,
    )
  return `<table class="pair"><caption class="sr-only">Views and apply clicks a day</caption><thead><tr><th scope="col">Day</th><th scope="col">Views</th><th scope="col">Apply clicks</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`
}

function Counts({ days, csvPath }: { days: Days | undefined; csvPath: string }) {
  if (!days) {
    return (
      <p className="lede">
        Views and apply clicks: not counted. A shared cache in front of this site answers most readers, so a number here
        would be wrong.
      </p>
    )
  }
  return (
    <>
      <p className="quiet">The last 30 days.</p>
      <Totals days={days} />
      <Chart svg={dailyCountsChart(days)}>
        Days are UTC. A view is somebody opening the job’s page, an apply click somebody opening “Apply”. Bots and pages
        fetched ahead are left out. Nobody is followed: only sums are kept.
      </Chart>
      <details className="more">
        <summary>Each day as a table</summary>
        <div dangerouslySetInnerHTML={{ __html: daysTable(days) }} />
      </details>
      <div className="buttons">
        <a className="btn plain-btn" href={csvPath}>
          Download as CSV
        </a>
      </div>
    </>
  )
}

/** How far an amount lies from the median: `12% below it`. */
function awayFrom(median: number, amount: number): string {
  const percent = Math.round((amount / median - 1) * 100)
  return percent === 0 ? 'at it' : `${Math.abs(percent)}% ${percent < 0 ? 'below' : 'above'} it`
}

function PayBesideMedian({ pay, context }: { pay: PayContext; context: NonNullable<JobNumbers['context']> }) {
  const { low, high, median } = pay
  const range =
    median === undefined
      ? ''
      : low === high
        ? ` This job’s ${formatDollars(low)} is ${awayFrom(median, low)}.`
        : ` This job’s ${formatDollars(low)} is ${awayFrom(median, low)}, its ${formatDollars(high)} ${awayFrom(median, high)}.`
  return (
    <div className="beside">
      <h3>Beside the role’s pay</h3>
      <p className="lede">
        {median === undefined
          ? `No median is published for ${context.occupation}.`
          : `The median of ${context.occupation} in the United States is ${formatDollars(median)} a year.`}
        {range}
      </p>
      <Chart svg={payRangeChart(pay)}>
        This pay: {FIT_WORDS[fitOf(pay)]}. {context.release}. <a href="/sources">Sources</a>
      </Chart>
    </div>
  )
}

/** What a posting has been worth so far: counts a day, and its pay beside the role's median. */
export function Numbers({ numbers, csvPath }: { numbers: JobNumbers; csvPath: string }) {
  const { days, context } = numbers
  return (
    <section className="part" id="numbers">
      <h2>Numbers</h2>
      <Counts days={days} csvPath={csvPath} />
      {context?.pay ? <PayBesideMedian pay={context.pay} context={context} /> : null}
    </section>
  )
}
