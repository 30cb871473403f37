import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'

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

/**
 * Brings the store to the newest migration under an advisory lock, on a connection of its own, and gives the web
 * role its rights. Session locks do not pass a transaction-mode pooler, so `url` must lead to Postgres directly.
 * @param url owner's address of the store
 * @param root the project's folder
 * @throws Error when the server is too old, or a migration file was added before one that has run: drizzle 0.45
 *   would leave it out without a word.
 */
export async function migrateStore(url: string, root: string): Promise<void> {
  const folder = join(root, 'drizzle/migrations')
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice() {}, connection: { statement_timeout: 0 } })
  try {
    const [server] = await sql`select current_setting('server_version_num')::int as version`
    if (server?.version < 170000) {
      throw new Error(`PostgreSQL 17 or newer is needed; this server is ${Math.floor(server?.version / 10000)}.`)
    }
    await sql`select pg_advisory_lock(hashtext('rolebook:migrate'))`
    await migrate(drizzle(sql), { migrationsFolder: folder })
    await runMigrations({ connectionString: url, logger: QUIET })
    const journal = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8')) as {
      entries: { tag: string }[]
    }
    const done = new Set((await sql.unsafe('select hash from drizzle.__drizzle_migrations')).map((row) => row.hash))
    for (const { tag } of journal.entries) {
      const hash = createHash('sha256')
        .update(await readFile(join(folder, `${tag}.sql`), 'utf8'))
        .digest('hex')
      if (!done.has(hash))
        throw new Error(`Migration ${tag} has not run: it was added before one that has, or changed since.`)
    }
    await sql.unsafe(WEB_RIGHTS)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
