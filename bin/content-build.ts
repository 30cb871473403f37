import { buildContent } from '@/lib/content/build'
import { formatProblem } from '@/lib/content/types'
import { root } from './steps.mjs'

const { problems, published } = await buildContent(root)
for (const problem of problems) console.error(formatProblem(problem))
if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1
else console.log(`${published} write-ups are ready.`)
