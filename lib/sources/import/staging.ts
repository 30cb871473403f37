import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { TransactionSql } from 'postgres'
import { BREAKDOWN_CELLS, packBreakdown } from '@/lib/figures/breakdown'
import { normaliseName } from '@/lib/roles/normalise'
import type { StagedRows } from './types'

type Value = string | number | boolean | readonly string[] | undefined
type Staged<T> = { columns: readonly string[]; values: (row: T) => Value[] }

/** Columns of each staging table, and how a row fills them. */
const TABLES: { [T in keyof StagedRows]: Staged<StagedRows[T]> } = {
  figure: {
    columns: [
      'role text',
      'measure text',
      'item text',
      'specialty text',
      'place text',
      'industry text',
      'state text',
      'value float8',
      'text text',
      'rse float8',
      'se float8',
      'lower float8',
      'upper float8',
      'n int',
      'note text',
      'survey_group text',
      'derived_from text[]',
    ],
    values: (r) => [
      r.role,
      r.measure,
      r.item ?? '',
      r.specialty ?? '',
      r.place ?? 'US',
      r.industry ?? '',
      r.state,
      r.value,
      r.text,
      r.rse,
      r.se,
      r.lower,
      r.upper,
      r.n,
      r.note,
      r.group,
      r.derivedFrom,
    ],
  },
  breakdown: {
    columns: [
      'role text',
      'place text',
      'industry text',
      'states text',
      'employment_rse numeric',
      'mean_rse numeric',
      ...BREAKDOWN_CELLS.map(({ column, type }) => `${column} ${type}`),
    ],
    values: (figures) => {
      const [{ role, place = 'US', industry = '' } = { role: '' }] = figures
      const { amounts, states, employmentRse, meanRse } = packBreakdown(figures)
      return [role, place, industry, states, employmentRse, meanRse, ...amounts]
    },
  },
  technology: {
    columns: ['role text', 'name text', 'hot bool', 'in_demand bool'],
    values: (r) => [r.role, r.name, r.hot, r.inDemand],
  },
  task: {
    columns: ['role text', 'task_id int', 'text text', 'core bool', 'specialty text'],
    values: (r) => [r.role, r.taskId, r.text, r.core, r.specialty ?? ''],
  },
  related: {
    columns: ['role text', 'related text', 'rank int'],
    values: (r) => [r.role, r.relatedRole, r.rank],
  },
  alias: {
    columns: ['role text', 'name text', 'kind text', 'norm text', 'rank int'],
    values: (r) => [r.role, r.name, r.kind, normaliseName(r.name), r.rank],
  },
  crosswalk: {
    columns: ['kind text', 'from_code text', 'from_title text', 'to_code text', 'to_title text'],
    values: (r) => [r.kind, r.fromCode, r.fromTitle, r.toCode, r.toTitle],
  },
  field: { columns: ['role text', 'cip text', 'title text'], values: (r) => [r.role, r.cip, r.title] },
  item: { columns: ['code text', 'kind text', 'name text'], values: (r) => [r.code, r.kind, r.name] },
  place: {
    columns: ['code text', 'kind text', 'name text', 'parent text'],
    values: (r) => [r.code, r.kind, r.name, r.parent],
  },
  industry: { columns: ['code text', 'name text'], values: (r) => [r.code, r.name] },
  occupation: { columns: ['code text', 'name text', 'family text'], values: (r) => [r.code, r.name, r.family] },
  family: { columns: ['code text', 'name text'], values: (r) => [r.code, r.name] },
  title: {
    columns: [
      'code text',
      'singular text',
      'plural text',
      'occupation text',
      'grade text',
      'note text',
      'alternatives text[]',
    ],
    values: (r) => [r.code, r.singular, r.plural, r.occupation, r.grade, r.note, r.alternatives],
  },
}

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escapeText = (text: string) =>
  !/[\\\t\n\r\0]/.test(text) ? text : text.replaceAll('\0', '').replaceAll(/[\\\t\n\r]/g, (c) => ESCAPED[c] ?? c)

/** One value in the text format of COPY. */
export function copyValue(value: Value): string {
  if (value === undefined) return '\\N'
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'number') return String(value)
  return escapeText(`{${value.map((part) => `"${part.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`)
}

/** How much of a table waits in memory for its turn, in characters. */
const BUFFER = 1 << 22

/** Rows on their way into temporary tables of a transaction, by COPY. One COPY can run at a time, so rows wait. */
export class Staging {
  private readonly waiting = new Map<keyof StagedRows, string[]>()
  private readonly sizes = new Map<keyof StagedRows, number>()
  private sending: Promise<void> = Promise.resolve()
  readonly counts = new Map<keyof StagedRows, number>()

  private constructor(private readonly sql: TransactionSql) {}

  /** Makes the temporary tables; they end with the transaction. */
  static async open(sql: TransactionSql): Promise<Staging> {
    const ddl = Object.entries(TABLES).map(
      ([name, { columns }]) =>
        `drop table if exists pg_temp.stage_${name}; create temp table stage_${name} (${columns.join(', ')}) on commit drop;`,
    )
    await sql.unsafe(ddl.join('\n'))
    return new Staging(sql)
  }

  async write<T extends keyof StagedRows>(table: T, row: StagedRows[T]): Promise<void> {
    const line = `${TABLES[table].values(row).map(copyValue).join('\t')}\n`
    const rows = this.waiting.get(table)
    if (rows) rows.push(line)
    else this.waiting.set(table, [line])
    this.counts.set(table, (this.counts.get(table) ?? 0) + 1)
    const size = (this.sizes.get(table) ?? 0) + line.length
    this.sizes.set(table, size)
    if (size > BUFFER) await this.send(table)
  }

  /** Sends what still waits. */
  async finish(): Promise<void> {
    for (const table of this.waiting.keys()) await this.send(table)
    await this.sending
  }

  /** Starts a COPY once the one before is through: rows are made while others are on their way. */
  private async send(table: keyof StagedRows): Promise<void> {
    await this.sending
    this.sending = this.flush(table)
    this.sending.catch(() => {})
    // Rows come without a pause; the socket gets its turn here.
    await new Promise(setImmediate)
  }

  private async flush(table: keyof StagedRows): Promise<void> {
    const rows = this.waiting.get(table) ?? []
    if (rows.length === 0) return
    this.waiting.set(table, [])
    this.sizes.set(table, 0)
    const names = TABLES[table].columns.map((column) => column.split(' ')[0])
    const copy = (await this.sql.unsafe(`copy stage_${table} (${names.join(', ')}) from stdin`).writable()) as Writable
    const done = once(copy, 'finish')
    copy.end(rows.join(''))
    await done
  }
}
