import { writeCsv } from 'hucre'
import type { DayCount } from './queries'

/**
 * A job's counts as CSV (RFC 4180), from its first counted day on. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe.
 * @param days undefined where nothing is counted
 */
export function countsCsv(title: string, days: readonly DayCount[] | undefined): string {
  const first = days?.findIndex(({ views, applies }) => views + applies > 0) ?? 0
  const rows = days
    ? days.slice(first === -1 ? days.length : first).map(({ day, views, applies }) => [title, day, views, applies])
    : [[title, '', 'not counted', 'not counted']]
  return `${writeCsv([['job', 'day', 'views', 'apply clicks'], ...rows], { escapeFormulae: true, bom: true })}\r\n`
}
