import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readXlsx, streamXlsxRows } from 'hucre'
import { areEmpty, type CellValue, textOf } from './cells'
import { readCsvRows } from './csv'
import { ImportError } from './errors'
import { foldHeading } from './headings'
import { decodeText } from './text-file'

export type { CellValue } from './cells'

export type Row = {
  file: string
  /** The sheet's name; of a CSV file, the file's. */
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
  /** Names of the sheets, in their order; of a CSV file, the file's. */
  sheets(): Promise<readonly string[]>
  /** Rows that are not empty, of the sheet of that name, in any case, or of the first. A sheet that is not there gives no rows. */
  rows(sheet?: string): AsyncGenerator<Row>
  /** The first rows of a sheet, at most 80. */
  head(count: number, sheet?: string): Promise<Row[]>
}

const toCell = (value: unknown): CellValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date
    ? value
    : null

async function sheetNames(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = []
  await readXlsx(bytes, {
    sheets({ name }) {
      names.push(name)
      return false
    },
  })
  return names
}

async function* xlsxRows(file: string, bytes: Uint8Array, sheet: string): AsyncGenerator<Row> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const cells = values.map(toCell)
    if (!areEmpty(cells)) yield { file, sheet, row: index + 1, cells }
  }
}

/** Failures of the reader, told as the file's. */
async function readable<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(`${file} is not a readable xlsx file: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * Opens a file for reading; its bytes or text are held, never its cells.
 * @throws ImportError when it cannot be read.
 */
export async function openBook(path: string): Promise<Book> {
  const file = basename(path)
  const bytes = await readFile(path).catch((error: Error) => {
    throw new ImportError(`${path} cannot be read: ${error.message}`)
  })
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const heads = new Map<string | undefined, Promise<Row[]>>()
  let [names, text]: [Promise<string[]>?, string?] = []
  const sheets = () => {
    names ??= isZip ? readable(file, () => sheetNames(bytes)) : Promise.resolve([file])
    return names
  }
  async function* rows(wanted?: string): AsyncGenerator<Row> {
    if (!isZip) {
      text ??= decodeText(file, bytes)
      for (const { row, cells } of readCsvRows(file, text)) yield { file, sheet: file, row, cells }
      return
    }
    const all = await sheets()
    const sheet = wanted === undefined ? all[0] : all.find((name) => foldHeading(name) === foldHeading(wanted))
    if (sheet === undefined) return
    const stream = xlsxRows(file, bytes, sheet)
    try {
      for (;;) {
        const next = await readable(file, () => stream.next())
        if (next.done) return
        yield next.value
      }
    } finally {
      await stream.return(undefined)
    }
  }
  return {
    file,
    path,
    hash: createHash('sha256').update(bytes).digest('hex'),
    sheets,
    rows,
    async head(count, sheet) {
      const head = heads.get(sheet) ?? readHead(rows(sheet))
      heads.set(sheet, head)
      return (await head).slice(0, count)
    },
  }
}

const NOTES = /^(foot)?notes?\b/i

/** Rows of a table without the notes below it, each of which stands alone in its row. */
export async function* withoutNotes(rows: AsyncGenerator<Row>): AsyncGenerator<Row> {
  let below = false
  for await (const row of rows) {
    const alone = areEmpty(row.cells.slice(1))
    below ||= alone && NOTES.test(textOf(row.cells[0]))
    if (!below || !alone) yield row
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
