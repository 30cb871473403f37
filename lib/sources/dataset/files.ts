import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeCsv } from 'hucre/csv'
import { readCsvRows } from '../import/csv'
import { ImportError } from '../import/errors'
import { decodeText } from '../import/text-file'

/** A table of the dataset as rows of text. @throws ImportError when the file is not there, is no UTF-8 or its rows differ in width */
export async function readTable(folder: string, file: string): Promise<string[][]> {
  const bytes = await readFile(join(folder, file)).catch(() => {
    throw new ImportError(`${join(folder, file)} is missing from the dataset.`)
  })
  const rows = [...readCsvRows(file, decodeText(file, bytes))].map(({ cells }) => cells)
  return rows
}

/** Writes a table whole or not at all. */
export async function writeTable(folder: string, file: string, rows: readonly (readonly string[])[]): Promise<void> {
  await writeText(
    folder,
    file,
    `${writeCsv(rows as string[][])
      .replaceAll('\r\n', '\n')
      .trimEnd()}\n`,
  )
}

/** Writes a file whole or not at all. */
export async function writeText(folder: string, file: string, text: string): Promise<void> {
  const path = join(folder, file)
  await writeFile(`${path}.new`, text)
  await rename(`${path}.new`, path)
}
