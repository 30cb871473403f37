import type { Cited, Part } from '@/lib/compare/cite'
import { escapeHtml } from '@/lib/html'
import { marksHtml } from './marks'

function citedHtml({ text, ids, sources, title }: Cited): string {
  const words = title ? `<abbr title="${escapeHtml(title)}">${escapeHtml(text)}</abbr>` : escapeHtml(text)
  return `<span class="num" data-figure="${escapeHtml(ids.join(' '))}">${words}</span>${marksHtml(sources)}`
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
