import { join } from 'node:path'
import { leasePostgres } from '../postgres/lease'
import { root } from '../steps.mjs'

/** Holds the test server for the whole run, so that it does not stop between files. */
export default async function setup(): Promise<() => Promise<void>> {
  const lease = await leasePostgres({ dataDir: join(root, '.data/pg18-test'), fsync: false })
  return () => lease.release()
}
