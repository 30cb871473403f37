import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { migrateStore } from '@/lib/migrate'
import { connectOwner } from '@/lib/owner-db'
import { loadDataset } from '@/lib/sources/dataset/load'
import { tellFailure } from '@/lib/sources/import/failure'
import { leasePostgres } from './postgres/lease'
import { root, step } from './steps.mjs'

export type Store = { ownerUrl: string; webUrl: string; embedded: boolean; release(): Promise<void> }

/** An address without its password, for people. */
const shown = (url: string) => url.replace(/:[^:@/]*@/, '@')

/**
 * The store to work on: the one that DATABASE_URL names, else the embedded one, started here.
 * @throws Error with one sentence when it cannot be had
 */
export async function openStore(): Promise<Store> {
  const { DATABASE_URL: webUrl, DATABASE_OWNER_URL: owner } = process.env
  if (webUrl) {
    if (!owner) console.warn('DATABASE_OWNER_URL is not set: migrations and the web server use one database role.')
    const ownerUrl = owner ?? webUrl
    await step(`Reach the store at ${shown(ownerUrl)}`, () => reach(ownerUrl))
    return { ownerUrl, webUrl, embedded: false, release: async () => {} }
  }
  const lease = await step('Start the embedded Postgres', () => leasePostgres({ dataDir: join(root, '.data/pg18') }))
  return { ownerUrl: lease.ownerUrl, webUrl: lease.webUrl, embedded: true, release: () => lease.release() }
}

async function reach(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice() {} })
  try {
    await sql`select 1`
  } catch (error) {
    throw new Error(
      `The store at ${shown(url)} cannot be reached: ${error instanceof Error ? error.message || (error as { code?: string }).code : error}`,
    )
  } finally {
    await sql.end({ timeout: 1 })
  }
}

const fill = (sql: Sql) =>
  loadDataset(sql, join(root, 'data')).catch((error: unknown) => {
    throw new Error(tellFailure(error, 'Filling the store'))
  })

/** Migrates the store and, where it is empty, fills it from the dataset. */
export async function prepareStore(ownerUrl: string): Promise<void> {
  await step('Migrate the store', () => migrateStore(ownerUrl, root))
  const sql = connectOwner(ownerUrl)
  try {
    const [row] = await sql`select exists (select from role) as filled`
    if (!row?.filled) await step('Fill the empty store from data/', () => fill(sql))
  } finally {
    await sql.end({ timeout: 5 })
  }
}
