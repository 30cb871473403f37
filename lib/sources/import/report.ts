import { formatProblem } from '@/lib/content/types'
import type { Report } from './pipeline'

const SHOWN = 40

const counts = (record: Record<string, number>) =>
  Object.entries(record)
    .map(([name, n]) => `${n} ${name}`)
    .join(', ') || 'none'

/** A report as an operator reads it. */
export function printReport(report: Report): string {
  if (report.already) return `${report.file}: already imported as ${report.release}; nothing was written.`
  const { unplaced, wrong } = report
  const lines = [
    `${report.file}: ${report.kind}, release ${report.release}`,
    `  rows read       ${report.rowsRead}`,
    `  rows written    ${counts(report.written)}`,
    `  figures         ${counts(report.figuresByState)}`,
    `  occupations     ${report.occupations.matched} of ${report.occupations.known}`,
    `  not placed      ${unplaced.length}`,
    ...unplaced.slice(0, SHOWN).map(({ sheet, row, reason }) => `    ${row ? `${sheet}, row ${row}: ` : ''}${reason}`),
    ...(unplaced.length > SHOWN ? [`    … and ${unplaced.length - SHOWN} more`] : []),
    `  write-ups that become wrong ${wrong.length}`,
    ...wrong.map((problem) => `    ${formatProblem(problem)}`),
  ]
  return lines.join('\n')
}
