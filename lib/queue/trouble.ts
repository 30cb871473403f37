import 'server-only'
import { readSql } from '../db'
import { plainError } from '../mail/plain-error'

export type Trouble = { task: string; waiting: number; lastError: string }

/** Work of the queue that has failed and waits for another try, by kind; empty when all goes well. */
export async function listTrouble(): Promise<Trouble[]> {
  const rows = await readSql<Trouble>(
    'select task, waiting::int as waiting, last_error as "lastError" from queue_trouble() order by task',
    [],
  )
  return rows.map((row) => ({ ...row, lastError: plainError(row.lastError) }))
}
