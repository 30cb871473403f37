import { join } from 'node:path'
import { makeJudge } from '@/lib/content/judge-store'
import { readContent } from '@/lib/content/read'
import { migrateStore } from '@/lib/migrate'
import { connectOwner } from '@/lib/owner-db'
import { readNameTable } from '@/lib/roles/name-table'
import { openBook } from '@/lib/sources/import/book'
import { tellFailure } from '@/lib/sources/import/failure'
import { importBook } from '@/lib/sources/import/pipeline'
import { printReport } from '@/lib/sources/import/report'
import { KINDS } from '@/lib/sources/kinds'
import { root, step } from './steps.mjs'
import { openStore } from './store'

const USAGE = `npm run data:import -- [kind] <file> … [--replace] [--dry-run] [--accept-content]\n${KINDS.map(({ kind, title }) => `  ${kind.padEnd(18)} ${title}`).join('\n')}`

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const has = (word: string) => process.argv.includes(word)
const [replace, dryRun, acceptContent] = [has('--replace'), has('--dry-run'), has('--accept-content')]
const [first = ''] = words
const kind = /[./\\]/.test(first) ? undefined : first
let wrong = false
const files = kind === undefined ? words : words.slice(1)

try {
  if (files.length === 0) throw new Error(USAGE)
  const store = await openStore()
  const sql = connectOwner(store.ownerUrl)
  try {
    await step('Migrate the store', () => migrateStore(store.ownerUrl, root))
    const names = await readNameTable(join(root, 'data'))
    const writeUps = await step('Read the write-ups', () => readContent(root, { spelling: false }))
    const options = {
      names,
      replace,
      dryRun,
      acceptContent,
      judge: makeJudge(writeUps.files),
      ...(kind ? { kind } : {}),
    }
    for (const file of files) {
      const report = await step(`${dryRun ? 'Try' : 'Import'} ${file}`, async () =>
        importBook(sql, await openBook(file), options),
      )
      console.log(printReport(report))
      if (dryRun) console.log('Nothing was written: this was a dry run.')
      if (dryRun && report.wrong.length > 0) wrong = true
    }
  } finally {
    await sql.end({ timeout: 5 })
    await store.release()
  }
  console.log(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`)
  process.exit(wrong ? 1 : 0)
} catch (error) {
  console.error(tellFailure(error, 'The import'))
  process.exit(1)
}
