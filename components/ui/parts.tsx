import type { Cited, Part } from '@/lib/compare/cite'
import { escapeHtml } from '@/lib/html'
import { marksHtml } from './marks'

function citedHtml({ text, ids, sources, title }: Cited): string {
  const words = title ? `<abbr title="${escapeHtml(title)}">${escapeHtml(text)}</abbr>` : escapeHtml(text)
  return `<span class="num" data-figure="${escapeHtml(ids.join(' '))}">${words}</span>${marksHtml(sources)}`
}

const sourcesOf = (part: Part | undefined) => (part && typeof part !== 'string' ? part.sources.join(' ') : undefined)

/**
 * Prose with its cited numbers as HTML. The mark of a source is left out where the one before it is the same; of a
 * name and its amount, as in `California, $93,150`, the amount has it.
 */
export function partsHtml(parts: readonly Part[]): string {
  let last = ''
  return parts
    .map((part, i) => {
      if (typeof part === 'string') return escapeHtml(part)
      const sources = part.sources.join(' ')
      if (parts[i + 1] === ', ' && sourcesOf(parts[i + 2]) === sources) return citedHtml({ ...part, sources: [] })
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
