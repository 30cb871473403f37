import { listWrittenUp } from '../content/write-ups'
import { comparePath } from './pair'

/** Whether search engines may list this pair: for now, pairs of which both roles have a published write-up. */
export function isIndexed(a: string, b: string): boolean {
  const slugs = listWrittenUp()
  return slugs.includes(a) && slugs.includes(b)
}

/** The addresses of all indexed pairs. */
export function listIndexedPairs(): string[] {
  const slugs = listWrittenUp()
  return slugs.flatMap((a, i) => slugs.slice(i + 1).map((b) => comparePath(a, b)))
}
