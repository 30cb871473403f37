import type { Cited, Part } from '@/lib/compare/cite'
import { escapeHtml } from '@/lib/html'

function citedHtml({ text, ids, sources }: Cited): string {
  const marks = sources.map((n) => `<a href="#source-${n}" aria-label="source ${n}">${n}</a>`).join(' ')
  const mark = marks === '' ? '' : `<sup class="src">${marks}</sup>`
  return `<span class="num" data-figure="${escapeHtml(ids.join(' '))}">${escapeHtml(text)}</span>${mark}`
}

/** Prose with its cited numbers as HTML. The mark of a source is left out where the one before it is the same. */
export function partsHtml(parts: readonly Part[]): string {
  let last = ''
  return parts
    .map((part) => {
      if (typeof part === 'string') return escapeHtml(part)
      const sources = part.sources.join(' ')
      const shown = sources === last ? { ...part, sources: [] } : part
      last = sources
      return citedHtml(shown)
    })
    .join('')
}

/** A paragraph of parts. */
export function Prose({ parts, className }: { parts: readonly Part[]; className?: string }) {
  return <p className={className} dangerouslySetInnerHTML={{ __html: partsHtml(parts) }} />
}

/** Marks of numbered sources, for words that stand outside the parts. */
export function Marks({ sources }: { sources: readonly number[] }) {
  return (
    <sup className="src">
      {sources.map((n) => (
        <a href={`#source-${n}`} aria-label={`source ${n}`} key={n}>
          {n}
        </a>
      ))}
    </sup>
  )
}
