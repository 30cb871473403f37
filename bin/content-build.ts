import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '@/lib/content/check'
import { readHistory } from '@/lib/content/history'
import { formatProblem } from '@/lib/content/types'
import { root } from './steps.mjs'

const put = (name: string, content: unknown) => {
  const file = join(root, '.content', name)
  writeFileSync(`${file}.new`, JSON.stringify(content))
  renameSync(`${file}.new`, file)
}

const { writeUps, problems } = checkContent(root)
for (const problem of problems) console.error(formatProblem(problem))
if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1
else {
  mkdirSync(join(root, '.content'), { recursive: true })
  const history = readHistory(root)
  const dated = writeUps.map((writeUp) => ({ ...writeUp, changed: history[writeUp.slug]?.changed }))
  const published = dated.filter(({ status }) => status === 'published')
  const drafts = dated.filter(({ status }) => status !== 'published')
  // What only editors may see lies apart, so that no reader's page can carry it.
  put('guide.json', { markdown: readFileSync(join(root, 'docs/editing.md'), 'utf8') })
  put('desk.json', { drafts, warnings: problems })
  put('write-ups.json', { writeUps: published })
  console.log(`${published.length} write-ups are ready.`)
}
