import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '@/lib/content/check'
import { formatProblem } from '@/lib/content/types'
import { root } from './steps.mjs'

const { writeUps, problems } = await checkContent(root)
for (const problem of problems) console.error(formatProblem(problem))
if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1
else {
  const file = join(root, '.content/write-ups.json')
  mkdirSync(join(root, '.content'), { recursive: true })
  const published = writeUps.filter(({ status }) => status === 'published')
  writeFileSync(`${file}.new`, JSON.stringify({ writeUps: published }))
  renameSync(`${file}.new`, file)
  console.log(`${published.length} write-ups are ready.`)
}
