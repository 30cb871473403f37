import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import postgres, { type Sql } from 'postgres'
import { describeError } from './log/reason.mjs'

const QUIET = new Logger(() => () => {})

const WEB_RIGHTS = `
  do $$ begin
    if exists (select from pg_roles where rolname = 'rolebook_web') then
      grant usage on schema public to rolebook_web;
      grant select, insert, update, delete on all tables in schema public to rolebook_web;
      grant usage on all sequences in schema public to rolebook_web;
      revoke update, delete, truncate on audit, job_event from rolebook_web;
      revoke insert, update, delete on reviewer, editor from rolebook_web;
    end if;
  end $$`

/** A store that cannot be brought to the newest migration: one sentence or two, with what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

type Migration = { tag: string; hash: string; statements: string[] }

async function readMigrations(folder: string): Promise<Migration[]> {
  const journal = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  const files = readMigrationFiles({ migrationsFolder: folder })
  return files.map(({ hash, sql }, at) => ({ tag: journal.entries[at]?.tag ?? '', hash, statements: sql }))
}

/** Hashes of the migrations that the store has run; none for a store that is new. */
async function listDone(sql: Sql): Promise<Set<string>> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`
  if (!table?.there) return new Set()
  return new Set((await sql.unsafe('select hash from drizzle.__drizzle_migrations')).map((row) => row.hash))
}

/** A store that ran a text which is no longer here may have other tables, and later migrations would stumble over them. */
async function refuseOtherStore(sql: Sql, migrations: readonly Migration[]): Promise<void> {
  const ours = new Set(migrations.map(({ hash }) => hash))
  const strange = [...(await listDone(sql))].filter((hash) => !ours.has(hash))
  if (strange.length === 0) return
  throw new MigrationError(
    `This store was made with ${strange.length === 1 ? 'a migration' : `${strange.length} migrations`} of another text than those in drizzle/migrations: by a newer version, or by one from before 0.2.0. Nothing was changed. Start the version that made it, or make a new store and carry over what you need: docs/operating.md says how, under “A store of another version”.`,
  )
}

/** Says which file stumbled, and over what. */
function explain(error: unknown, migrations: readonly Migration[]): Error {
  const query = (error as { query?: string }).query
  const at = migrations.find(({ statements }) => query !== undefined && statements.includes(query))
  if (!at) return error instanceof Error ? error : new MigrationError(String(error))
  return new MigrationError(
    `Migration drizzle/migrations/${at.tag}.sql failed: ${describeError(error)}. Nothing was changed.`,
  )
}

/**
 * Brings the store to the newest migration under an advisory lock, on a connection of its own, and gives the web
 * role its rights. Session locks do not pass a transaction-mode pooler, so `url` must lead to Postgres directly.
 * @param url owner's address of the store
 * @param root the project's folder
 * @throws MigrationError when the server is too old, a migration fails, the store has run one that is not here, or a
 *   file was added before one that has run: drizzle 0.45 would leave it out without a word.
 */
export async function migrateStore(url: string, root: string): Promise<void> {
  const folder = join(root, 'drizzle/migrations')
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice() {}, connection: { statement_timeout: 0 } })
  try {
    const [server] = await sql`select current_setting('server_version_num')::int as version`
    if (server?.version < 170000) {
      throw new MigrationError(
        `PostgreSQL 17 or newer is needed; this server is ${Math.floor(server?.version / 10000)}.`,
      )
    }
    const migrations = await readMigrations(folder)
    await sql`select pg_advisory_lock(hashtext('rolebook:migrate'))`
    await refuseOtherStore(sql, migrations)
    await migrate(drizzle(sql), { migrationsFolder: folder }).catch((error) => {
      throw explain(error, migrations)
    })
    await runMigrations({ connectionString: url, logger: QUIET }).catch((error) => {
      throw new MigrationError(`The queue’s tables could not be made: ${describeError(error)}.`)
    })
    const done = await listDone(sql)
    const missing = migrations.find(({ hash }) => !done.has(hash))
    if (missing)
      throw new MigrationError(
        `Migration drizzle/migrations/${missing.tag}.sql has not run: it was added before one that has. Write it anew with npm run db:generate.`,
      )
    await sql.unsafe(WEB_RIGHTS)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
