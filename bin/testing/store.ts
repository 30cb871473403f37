import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { migrateStore } from '@/lib/migrate'
import { connectOwner } from '@/lib/owner-db'
import { loadDataset } from '@/lib/sources/dataset/load'
import { leasePostgres } from '../postgres/lease'
import { root } from '../steps.mjs'

export type TestStore = { name: string; ownerUrl: string; webUrl: string; superUrl: string; drop(): Promise<void> }

type Template = { name: string; make(ownerUrl: string): Promise<void> }

const migrated: Template = { name: 'migrated', make: (url) => migrateStore(url, root) }
const filled: Template = {
  name: 'filled',
  async make(url) {
    await migrateStore(url, root)
    const sql = connectOwner(url)
    await loadDataset(sql, join(root, 'data')).finally(() => sql.end({ timeout: 5 }))
  },
}

/** What a template was made from: a change of either makes another one. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const migrations = readdirSync(join(root, 'drizzle/migrations')).filter((file) => file.endsWith('.sql'))
  for (const file of [
    ...migrations.map((file) => `drizzle/migrations/${file}`),
    'lib/migrate.ts',
    'data/sources.json',
    'data/role-names.csv',
    'data/titles.csv',
    'data/elsewhere.csv',
    'lib/figures/breakdown.ts',
    'lib/figures/superlatives.ts',
    'lib/sources/dataset/load.ts',
    'lib/sources/dataset/tables.ts',
    'lib/roles/normalise.ts',
    'lib/sources/import/merge.ts',
    'lib/sources/import/superlatives.ts',
  ]) {
    hash.update(readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 12)
}

const at = (url: string, database: string) => url.replace(/\/[^/]*$/, `/${database}`)

async function createFrom(template: Template): Promise<TestStore> {
  const lease = await leasePostgres({ dataDir: join(root, '.data/pg18-test'), fsync: false })
  const admin = postgres(lease.superUrl, { max: 1, onnotice() {} })
  const base = `tpl_${template.name}_${fingerprint()}`
  const name = `t_${randomBytes(6).toString('hex')}`
  try {
    await admin`select pg_advisory_lock(hashtext(${base}))`
    const [ready] = await admin`select datallowconn from pg_database where datname = ${base}`
    if (!ready || ready.datallowconn) {
      await admin.unsafe(`drop database if exists ${base} with (force)`)
      await admin.unsafe(`create database ${base} owner rolebook_owner`)
      await template.make(at(lease.ownerUrl, base))
      await admin.unsafe(`alter database ${base} allow_connections false`)
    }
    await admin.unsafe(`create database ${name} template ${base} owner rolebook_owner strategy file_copy`)
  } finally {
    await admin.end({ timeout: 5 })
  }
  return {
    name,
    ownerUrl: at(lease.ownerUrl, name),
    webUrl: at(lease.webUrl, name),
    superUrl: lease.superUrl,
    async drop() {
      const sql = postgres(lease.superUrl, { max: 1, onnotice() {} })
      await sql.unsafe(`drop database if exists ${name} with (force)`)
      await sql.end({ timeout: 5 })
      await lease.release()
    },
  }
}

/** A store of one's own on the embedded server for tests: migrated and empty. */
export const createStore = (): Promise<TestStore> => createFrom(migrated)

/** A store of one's own, filled from the dataset. */
export const createFilledStore = (): Promise<TestStore> => createFrom(filled)
