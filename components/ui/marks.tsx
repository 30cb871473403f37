import { escapeHtml } from '@/lib/html'

/** What a mark leads to: an address, the sign that is drawn, and what a screen reader says. */
type Mark = { href: string; sign: string; name: string }

/**
 * Marks as HTML. The sign is drawn from an attribute by the styles and is no text of the page, so that a figure that
 * is copied, indexed or read by a program does not end in the number of its source.
 */
function drawMarks(marks: readonly Mark[]): string {
  return marks
    .map(({ href, sign, name }) => `<a href="${escapeHtml(href)}" aria-label="${name}" data-mark="${sign}"></a>`)
    .join('')
}

const toSource = (n: number): Mark => ({ href: `#source-${n}`, sign: String(n), name: `source ${n}` })

/** Marks of a page's numbered sources as HTML; nothing where there is none. */
export function marksHtml(sources: readonly number[]): string {
  return sources.length === 0 ? '' : `<sup class="src">${drawMarks(sources.map(toSource))}</sup>`
}

const Sup = ({ marks }: { marks: readonly Mark[] }) => (
  <sup className="src" dangerouslySetInnerHTML={{ __html: drawMarks(marks) }} />
)

/** Marks of numbered sources, for words that stand outside the parts. */
export function Marks({ sources }: { sources: readonly number[] }) {
  return sources.length === 0 ? null : <Sup marks={sources.map(toSource)} />
}

/**
 * The mark of a source of a text, by a letter.
 * @param index its place among the text's sources, from 0
 */
export function LetterMark({ href, index }: { href: string; index: number }) {
  return <Sup marks={[{ href, sign: String.fromCharCode(97 + index), name: `source of the text ${index + 1}` }]} />
}
