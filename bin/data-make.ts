import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { connectOwner } from '@/lib/owner-db'
import { exportDataset } from '@/lib/sources/dataset/export'
import { readReleases } from '@/lib/sources/dataset/releases'
import { root, step } from './steps.mjs'
import { importOfficialFiles } from './testing/official-files'
import { createStore } from './testing/store'

const [folder] = process.argv.slice(2)
const data = join(root, 'data')

try {
  if (!folder) throw new Error('Say where the official files lie: npm run data:make -- <folder>')
  const store = await createStore()
  const sql = connectOwner(store.ownerUrl)
  try {
    const before = await readReleases(data)
    await step('Import the official files into a store of their own', () =>
      importOfficialFiles(sql, folder, ({ file, figuresByState }) => {
        const figures = Object.values(figuresByState).reduce((sum, n) => sum + n, 0)
        console.log(`  ${file}: ${figures} figures`)
      }),
    )
    await step('Write data/', () => exportDataset(sql, data))
    const kept = new Set((await readReleases(data)).map(({ key }) => `${key}.csv`))
    const gone = before.map(({ key }) => `${key}.csv`).filter((file) => !kept.has(file))
    for (const file of readdirSync(data)) if (gone.includes(file)) rmSync(join(data, file))
    if (gone.length > 0) console.log(`Gone: ${gone.join(', ')}`)
  } finally {
    await sql.end({ timeout: 5 })
    await store.drop()
  }
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
