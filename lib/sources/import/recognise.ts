import { KINDS } from '../kinds'
import type { Book, Row } from './book'
import { ImportError, placeOf } from './errors'
import { foldHeading, shareOfHeadings, wrongHeadings } from './headings'
import { SOURCES } from './sources'
import type { Edition, ImportKind, Signature } from './types'

const names = () => KINDS.map(({ kind }) => kind).join(', ')

/** Headings stand among the first rows, below titles. */
const TOP = 10

type Near = { kind: ImportKind; signature: Signature; header: Row; share: number }

/** Rows of headings as one, for tables whose headings stand in several rows. */
function nearRow(rows: readonly Row[], headings: readonly string[]): Row | undefined {
  const wanted = new Set(headings.map(foldHeading))
  const count = (row: Row) => row.cells.filter((cell) => wanted.has(foldHeading(cell))).length
  const best = rows.toSorted((a, b) => count(b) - count(a))[0]
  return best && { ...best, cells: rows.flatMap((row) => row.cells) }
}

async function nearOf(book: Book, kind: ImportKind, signature: Signature, sheet: string): Promise<Near[]> {
  const { headings } = signature
  const header = nearRow(await book.head(TOP, sheet), headings)
  if (!header) return []
  return [{ kind, signature, header, share: shareOfHeadings(header, headings) }]
}

/** The kind whose headings the book has for the most part, and on which sheet. */
async function findNear(book: Book, kinds: readonly ImportKind[]): Promise<Near | undefined> {
  const near: Near[] = []
  for (const sheet of await book.sheets())
    for (const kind of kinds)
      for (const signature of kind.signatures ?? []) near.push(...(await nearOf(book, kind, signature, sheet)))
  const [best] = near.toSorted((a, b) => b.share - a.share)
  return best && best.share >= 0.5 ? best : undefined
}

/** What keeps a book from being of the kind that it nearly is. */
function describeNear({ file }: Book, { kind, signature, header }: Near): string {
  const wrong = wrongHeadings(header, signature.headings)
  if (wrong) return `${file} is nearly ${kind.kind} (${kind.title}). ${placeOf(header)}: ${wrong}.`
  if (signature.sheet && foldHeading(signature.sheet) !== foldHeading(header.sheet))
    return `${file} is nearly ${kind.kind} (${kind.title}): found sheet "${header.sheet}", expected "${signature.sheet}".`
  return `${file} has the headings of ${kind.kind} (${kind.title}), but not ${signature.beside ?? 'its contents'}.`
}

/**
 * Which kind and edition a book is, by its own content.
 * @param wanted the kind that the operator named, if any
 * @throws ImportError saying what the book is instead, or nearly is and what is wrong with it
 */
export async function recognise(
  book: Book,
  wanted: string | undefined,
): Promise<{ kind: ImportKind; edition: Edition }> {
  if (wanted && !KINDS.some(({ kind }) => kind === wanted))
    throw new ImportError(`Unknown kind "${wanted}". Kinds: ${names()}.`)
  for (const kind of KINDS) {
    const edition = await kind.recognise(book)
    if (!edition) continue
    if (wanted && kind.kind !== wanted)
      throw new ImportError(`${book.file} is not ${wanted}: it is ${SOURCES.get(edition.source)?.name} (${kind.kind}).`)
    return { kind, edition }
  }
  const near = await findNear(book, wanted ? KINDS.filter(({ kind }) => kind === wanted) : KINDS)
  throw new ImportError(
    near ? describeNear(book, near) : `${book.file} is no file that can be imported. Kinds: ${names()}.`,
  )
}
