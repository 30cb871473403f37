import { isDay } from '@/lib/content/calendar'
import { checkContent } from '@/lib/content/check'
import { writeHistory } from '@/lib/content/history'
import { formatProblem, type Problem } from '@/lib/content/types'
import { root } from './steps.mjs'

const has = (word: string) => process.argv.includes(word)
if (has('--history')) console.log(`${writeHistory(root)} write-ups are in content/history.json.`)

const since = Date.now()
const today = process.argv.findLast((word) => word.startsWith('--today='))?.slice('--today='.length)
if (today !== undefined && !isDay(today)) {
  console.error(`--today=${today} is no day of the calendar, such as 2027-11-02.`)
  process.exit(1)
}

/** A problem as a workflow command of GitHub, which shows it beside the line. */
function formatForGitHub({ path, line, column, code, message, hint, severity }: Problem): string {
  const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const place = `file=${escaped(path).replaceAll(':', '%3A').replaceAll(',', '%2C')},line=${line},col=${column},title=${code}`
  return `::${severity} ${place}::${escaped(`${message}${hint ? ` (${hint})` : ''}`)}`
}

const { problems, files, read } = await checkContent(root, today ? { today } : {})
const errors = problems.filter(({ severity }) => severity === 'error').length
const warnings = problems.length - errors
if (has('--json')) console.log(JSON.stringify({ files, errors, warnings, problems }, null, 2))
else {
  const seconds = ((Date.now() - since) / 1000).toFixed(1)
  const end = `${files} write-ups checked, ${read} of them anew: ${errors} errors, ${warnings} warnings (${seconds} s)`
  console.log([...problems.map(has('--github') ? formatForGitHub : formatProblem), end].join('\n'))
}
process.exitCode = errors > 0 || (has('--strict') && warnings > 0) ? 1 : 0
