import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { streamCsvRows, streamXlsxRows } from 'hucre'
import { ImportError } from './errors'

export type CellValue = string | number | boolean | null

export type Row = {
  file: string
  sheet: string
  /** As a spreadsheet program counts: from 1. */
  row: number
  cells: CellValue[]
}

/** A spreadsheet or CSV file, read row by row. */
export type Book = {
  file: string
  path: string
  hash: string
  /** Rows of the sheet of that name, or of the first. A sheet that is not there gives no rows. */
  rows(sheet?: string): AsyncGenerator<Row>
  /** The first rows of a sheet, at most 80. */
  head(count: number, sheet?: string): Promise<Row[]>
}

const toCell = (value: unknown): CellValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null

async function* csvRows(file: string, text: string): AsyncGenerator<Row> {
  let row = 0
  for (const cells of streamCsvRows(text)) {
    row += 1
    yield { file, sheet: file, row, cells: (cells as unknown[]).map(toCell) }
  }
}

async function* xlsxRows(file: string, bytes: Uint8Array, sheet?: string): AsyncGenerator<Row> {
  const stream = streamXlsxRows(bytes, { sheet: sheet ?? 0 })
  for (;;) {
    let next: Awaited<ReturnType<typeof stream.next>>
    try {
      next = await stream.next()
    } catch (error) {
      if (sheet && /sheet/i.test(String(error))) return
      throw new ImportError(`${file} is not a readable xlsx file: ${error instanceof Error ? error.message : error}`)
    }
    if (next.done) return
    yield { file, sheet: sheet ?? 'first sheet', row: next.value.index + 1, cells: next.value.values.map(toCell) }
  }
}

/**
 * Opens a file for reading; only its bytes are held, never its cells.
 * @throws ImportError when it cannot be read.
 */
export async function openBook(path: string): Promise<Book> {
  const file = basename(path)
  const bytes = await readFile(path).catch((error: Error) => {
    throw new ImportError(`${path} cannot be read: ${error.message}`)
  })
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const heads = new Map<string | undefined, Promise<Row[]>>()
  const rows = (sheet?: string) => (isZip ? xlsxRows(file, bytes, sheet) : csvRows(file, bytes.toString('utf8')))
  return {
    file,
    path,
    hash: createHash('sha256').update(bytes).digest('hex'),
    rows,
    async head(count, sheet) {
      const head = heads.get(sheet) ?? readHead(rows(sheet))
      heads.set(sheet, head)
      return (await head).slice(0, count)
    },
  }
}

/** Enough for every kind to know its own; opening a sheet is the dear part, so it is done once. */
const HEAD = 80

async function readHead(rows: AsyncGenerator<Row>): Promise<Row[]> {
  const head: Row[] = []
  for await (const row of rows) {
    head.push(row)
    if (head.length >= HEAD) break
  }
  return head
}
