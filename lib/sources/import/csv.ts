import { streamCsvRows } from 'hucre'
import { ImportError } from './errors'

/**
 * The rows of a CSV file, empty lines left out, each with its number as the file counts rows.
 * @throws ImportError for a row that has more or fewer cells than the headings, and for a quotation mark left open
 */
export function* readCsvRows(file: string, text: string): Generator<{ row: number; cells: string[] }> {
  const isOpen = (text.split('"').length - 1) % 2 === 1
  let [row, width] = [0, 0]
  for (const parsed of streamCsvRows(text, { delimiter: ',' })) {
    row += 1
    const cells = (parsed as unknown[]).map((cell) => String(cell ?? ''))
    if (cells.every((cell) => cell.trim() === '')) continue
    if (isOpen && cells.some((cell) => cell.includes('\n')))
      throw new ImportError(`${file}, row ${row}: a quotation mark is opened and not closed`)
    if (width === 0 && cells.length === 1 && /[;\t].*[;\t]/.test(cells[0] ?? ''))
      throw new ImportError(`${file} is separated by semicolons or tabs; save it separated by commas.`)
    width ||= cells.length
    if (cells.length !== width)
      throw new ImportError(`${file}, row ${row}: found ${cells.length} cells, expected ${width}`)
    yield { row, cells }
  }
}
