import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCsv, writeCsv } from 'hucre/csv'
import { ImportError } from '../import/errors'

/** A table of the dataset as rows of text. @throws ImportError when the file is not there or its rows differ in width */
export async function readTable(folder: string, file: string): Promise<string[][]> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => {
    throw new ImportError(`${join(folder, file)} is missing from the dataset.`)
  })
  const rows = (parseCsv(text) as unknown[][]).map((row) => row.map((cell) => String(cell ?? '')))
  const width = rows[0]?.length ?? 0
  const bad = rows.findIndex((row) => row.length !== width)
  if (bad !== -1) throw new ImportError(`${file}, row ${bad + 1}: found ${rows[bad]?.length} cells, expected ${width}`)
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
