import { join } from 'node:path'
import { leasePostgres } from '../postgres/lease'
import { root } from '../steps.mjs'
import { writeTowns } from '../towns'

/** Holds the test server for the whole run, so that it does not stop between files, and prepares the towns. */
export default async function setup(): Promise<() => Promise<void>> {
  writeTowns()
  const lease = await leasePostgres({ dataDir: join(root, '.data/pg18-test'), fsync: false })
  return () => lease.release()
}
