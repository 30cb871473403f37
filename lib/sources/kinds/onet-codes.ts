import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Book } from '../import/book'
import { textOf } from '../import/cells'
import { ImportError } from '../import/errors'
import { hasHeadings } from '../import/headings'
import type { Context, Edition, Sink } from '../import/types'

/** Which occupation an 8-digit code speaks for, and whether for it as a whole or as one specialty of it. */
export type Spoken = { role: string; specialty: string; name: string }

/** `Read Me.txt` beside the file names the database's version: the tables themselves do not. */
export async function readEdition(book: Book, source: string, method: string): Promise<Edition> {
  const text = await readFile(join(dirname(book.path), 'Read Me.txt'), 'utf8').catch(() => '')
  const [, version] = /O\*NET (\d+\.\d+) Database/.exec(text) ?? []
  const [, date] = /^(\w+ \d{4}) Release/m.exec(text) ?? []
  if (!version)
    throw new ImportError(`${book.file} does not say its version; keep the database's "Read Me.txt" beside it.`)
  // Padded, so that text order is the order of versions.
  return { source, period: version.padStart(5, '0'), label: `O*NET ${version}${date ? `, ${date}` : ''}`, method }
}

/** Whether the first row of the book's first sheet has these headings. */
export async function startsWith(book: Book, headings: readonly string[]): Promise<boolean> {
  const [header] = await book.head(1)
  return header !== undefined && hasHeadings(header, headings)
}

/**
 * Every 8-digit code's occupation, by the publisher's crosswalk: never by the code's first digits, which mislead for
 * merged occupations.
 */
export async function mapCodes(context: Context): Promise<ReadonlyMap<string, { role: string; name: string }>> {
  const [occupations, crosswalk] = await Promise.all([context.occupations(), context.crosswalk('onet')])
  return new Map(
    crosswalk
      .filter((row) => occupations.has(row.toCode))
      .map((row) => [row.fromCode, { role: row.toCode, name: row.fromTitle }] as const),
  )
}

/**
 * Whom each code speaks for: `.00` of an occupation's own code for it as a whole, any other for one specialty, by
 * name. Where a file has both, the whole silences its specialties when the rows are merged; ratings are never averaged.
 */
export async function speakers(context: Context): Promise<ReadonlyMap<string, Spoken>> {
  const codes = await mapCodes(context)
  return new Map(
    [...codes].map(([code, { role, name }]) => [code, { role, specialty: code === `${role}.00` ? '' : code, name }]),
  )
}

/** Names specialties, for those of them that will be spoken of. */
export async function writeSpecialties(spoken: ReadonlyMap<string, Spoken>, sink: Sink): Promise<void> {
  for (const { specialty, name } of spoken.values()) {
    if (specialty) await sink.write('item', { code: specialty, kind: 'specialty', name })
  }
}

/** Tells once for each code of no occupation of ours, with how many rows it has. */
export class Strangers {
  private readonly rows = new Map<string, { first: Parameters<Sink['unplaced']>[0]; title: string; count: number }>()

  add(row: Parameters<Sink['unplaced']>[0], code: string): void {
    const seen = this.rows.get(code)
    if (seen) seen.count += 1
    else this.rows.set(code, { first: row, title: textOf(row.cells[1]), count: 1 })
  }

  tell(sink: Sink): void {
    for (const [code, { first, title, count }] of this.rows) {
      sink.unplaced(first, `${code} ${title} belongs to no occupation of the OEWS (${count} rows)`)
    }
  }
}
