import { join } from 'node:path'
import { connectOwner } from '@/lib/owner-db'
import { exportDataset } from '@/lib/sources/dataset/export'
import { tellFailure } from '@/lib/sources/import/failure'
import { root, step } from './steps.mjs'
import { openStore } from './store'

const folder = process.argv[2] ?? join(root, 'data')

try {
  const store = await openStore()
  const sql = connectOwner(store.ownerUrl)
  try {
    await step(`Write the dataset to ${folder}`, () => exportDataset(sql, folder))
  } finally {
    await sql.end({ timeout: 5 })
    await store.release()
  }
  process.exit(0)
} catch (error) {
  console.error(tellFailure(error, 'The export'))
  process.exit(1)
}
