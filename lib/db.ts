import 'server-only'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '@/drizzle/schema'
import { connectionOptions, withDeadline } from './db-options'
import { env } from './env'

const READ_DEADLINE = 2500
/** Shared trigrams that make a name worth showing: a letter or two wrong in each word still passes. */
const LIKENESS = 0.42

const kept = globalThis as { rolebookDb?: ReturnType<typeof connect> }

function connect() {
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set; npm start sets it.')
  const options = connectionOptions('web')
  const connection = { ...options.connection, 'pg_trgm.similarity_threshold': LIKENESS }
  return drizzle(postgres(env.DATABASE_URL, { ...options, connection }), { schema })
}

/** The one pool of this process; opened at first use, so that a build needs no store. */
export function getDb() {
  kept.rolebookDb ??= connect()
  return kept.rolebookDb
}

/**
 * Makes a prepared read: built once, at first use, and given up after 2.5 seconds so that a store that has gone
 * silent cannot hold a page.
 */
export function prepareRead<Input extends Record<string, unknown>, Row>(
  build: (db: ReturnType<typeof connect>) => { execute(input: Input): Promise<Row> },
): (input: Input) => Promise<Row> {
  let prepared: { execute(input: Input): Promise<Row> } | undefined
  return (input) => {
    prepared ??= build(getDb())
    return withDeadline(prepared.execute(input), READ_DEADLINE)
  }
}

/**
 * Runs a fixed statement, prepared by the driver, for the few reads that a query builder cannot say. Values go in
 * as parameters only.
 */
export async function readSql<Row>(statement: string, parameters: (string | number)[]): Promise<Row[]> {
  const query = getDb().$client.unsafe(statement, parameters, { prepare: true })
  return withDeadline(query, READ_DEADLINE) as unknown as Promise<Row[]>
}
