import type { FigureState } from '@/lib/figures/states'
import type { Book, Row } from './book'

/** One row for the ledger; `role` is the role's code, `place` defaults to the nation. */
export type FigureRow = {
  role: string
  measure: string
  item?: string
  specialty?: string
  place?: string
  industry?: string
  state: FigureState
  value?: number
  text?: string
  rse?: number
  se?: number
  lower?: number
  upper?: number
  n?: number
  note?: string
  /** The survey's own name of the group that the figure is for, where it is wider than the occupation. */
  group?: string
  derivedFrom?: string[]
}

/** The rows that a kind can write, by staging table. */
export type StagedRows = {
  figure: FigureRow
  /** Figures of one role in one place or industry, for one wide row. */
  breakdown: readonly FigureRow[]
  technology: { role: string; name: string; hot: boolean; inDemand: boolean }
  task: { role: string; taskId: number; text: string; core?: boolean; specialty?: string }
  related: { role: string; relatedRole: string; rank: number }
  /** `rank`: how usual a reported title is, from 1; none for a name that is only looked up. */
  alias: { role: string; name: string; kind: 'official' | 'alternate' | 'reported'; rank?: number }
  crosswalk: { kind: string; fromCode: string; fromTitle: string; toCode: string; toTitle: string }
  /** An empty title with the code 99.9999 says that no field is matched. */
  field: { role: string; cip: string; title: string }
  item: { code: string; kind: 'skill' | 'knowledge' | 'specialty'; name: string }
  place: { code: string; kind: 'nation' | 'state' | 'territory' | 'metro' | 'nonmetro'; name: string; parent?: string }
  industry: { code: string; name: string }
  occupation: { code: string; name: string; family: string }
  family: { code: string; name: string }
  title: {
    code: string
    singular: string
    plural: string
    occupation: string
    grade: 'exact' | 'close' | 'chosen'
    note: string
    alternatives: string[]
  }
}

/** Which release a file is: made from the file's own words. */
export type Edition = {
  /** A key of `SOURCES` in `sources.ts`. */
  source: string
  /** Sorts by time within the source: `2025-05`, `2024`, `29.3`. */
  period: string
  label: string
  method: string
  note?: string
  /** Whether the file is a copy that lacks rows; where that shows only in reading, the reader tells it. */
  partial?: boolean
}

/** What reading a file to its end tells of its edition. */
export type Outcome = {
  note: string
  /** Whether the file is a copy that lacks rows. */
  partial: boolean
}

/** What a reader of files may ask of the store while it reads. */
export type Context = {
  /** Every occupation code that the store knows, with its official title. */
  occupations(): Promise<ReadonlyMap<string, string>>
  /** Addresses of all roles, titles too, with the code of each. */
  addresses(): Promise<ReadonlyMap<string, string>>
  /** Rows of the current crosswalk of that kind, by its from-code. Throws an ImportError that says what to import first. */
  crosswalk(kind: string): Promise<{ fromCode: string; fromTitle: string; toCode: string; toTitle: string }[]>
}

export type Sink = {
  write<T extends keyof StagedRows>(table: T, row: StagedRows[T]): Promise<void>
  /** A row of the file that belongs to no role or place of ours. */
  unplaced(row: Row, reason: string): void
  /** What only reading to the end tells of the edition. */
  learned(outcome: Outcome): void
}

/** What a kind of file is known by, to tell what is wrong with one that is nearly of it. */
export type Signature = {
  /** The sheet's name, where the table is not on the first. */
  sheet?: string
  headings: readonly string[]
  /** What else makes it one, in words. */
  beside?: string
}

export type ImportKind = {
  kind: string
  /** What the operator gets, in one line of help. */
  title: string
  signatures?: readonly Signature[]
  /** The edition when the file is of this kind by its own content, else undefined. Must read only a few rows. */
  recognise(book: Book): Promise<Edition | undefined>
  read(book: Book, edition: Edition, context: Context, sink: Sink): Promise<void>
}
