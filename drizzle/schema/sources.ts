import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgEnum, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'

/** A publisher's table, such as the national wage table of OEWS. */
export const source = pgTable('source', {
  key: text('key').primaryKey(),
  name: text('name').notNull(),
  publisher: text('publisher').notNull(),
  url: text('url'),
  licence: text('licence').notNull(),
  licenceUrl: text('licence_url'),
  credit: text('credit'),
})

export const releaseStatus = pgEnum('release_status', ['current', 'superseded'])

/** One published edition of a source's table. */
export const release = pgTable(
  'release',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    key: text('key').notNull().unique(),
    sourceKey: text('source_key')
      .notNull()
      .references(() => source.key),
    label: text('label').notNull(),
    /** Sorts by time within a source: `2025-05`, `2024`, `29.3`. */
    period: text('period').notNull(),
    method: text('method').notNull(),
    /** What a reader must know of every figure in it. */
    note: text('note'),
    /** Whether the file that was read is a copy that lacks rows. */
    partial: boolean('partial').notNull().default(false),
    fileHash: text('file_hash').notNull(),
    status: releaseStatus('status').notNull(),
    importedAt: timestamp('imported_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('release_one_current').on(t.sourceKey).where(sql`${t.status} = 'current'`),
    index('release_file_hash').on(t.fileHash),
    check('release_key_form', sql`${t.key} ~ '^[a-z0-9-]+$'`),
  ],
)
