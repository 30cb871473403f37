import postgres from 'postgres'
import { type Secrets, urlsOf } from './secrets'

/**
 * Makes what a fresh server lacks: the role that owns and migrates, the role the site reads and writes with (no DDL;
 * the migrations give it its rights), the database, and the extensions. Taken up again when it was interrupted.
 */
export async function ensureDatabase(secrets: Secrets, port: number): Promise<void> {
  const { superUrl } = urlsOf(secrets, port)
  await withConnection(superUrl, async (sql) => {
    await sql.unsafe(role('rolebook_owner', `createdb password '${secrets.ownerPassword}'`))
    await sql.unsafe(role('rolebook_web', `password '${secrets.webPassword}'`))
    const [found] = await sql`select from pg_database where datname = 'rolebook'`
    if (!found) await sql.unsafe('create database rolebook owner rolebook_owner')
  })
  await withConnection(superUrl.replace(/postgres$/, 'rolebook'), async (sql) => {
    await sql.unsafe(`
      revoke all on database rolebook from public;
      grant connect on database rolebook to rolebook_web;
      create extension if not exists pg_trgm;
      create extension if not exists unaccent`)
  })
}

function role(name: string, options: string): string {
  return `do $$ begin
    if not exists (select from pg_roles where rolname = '${name}') then create role ${name} login ${options}; end if;
  end $$`
}

async function withConnection(url: string, use: (sql: postgres.Sql) => Promise<void>) {
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice() {} })
  try {
    await use(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}
