import { checkContent } from '@/lib/content/check'
import { writeHistory } from '@/lib/content/history'
import { formatProblem } from '@/lib/content/types'
import { root } from './steps.mjs'

if (process.argv.includes('--history')) {
  console.log(`${writeHistory(root)} write-ups are in content/history.json.`)
}

const since = Date.now()
const strict = process.argv.includes('--strict')
const { problems, files } = checkContent(root)
for (const problem of problems) console.log(formatProblem(problem))
const errors = problems.filter(({ severity }) => severity === 'error').length
const warnings = problems.length - errors
console.log(
  `${files} write-ups checked: ${errors} errors, ${warnings} warnings (${((Date.now() - since) / 1000).toFixed(1)} s)`,
)
process.exitCode = errors > 0 || (strict && warnings > 0) ? 1 : 0
