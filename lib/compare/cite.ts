import { curlQuotes } from '../curl-quotes'
import type { Figure } from '../figures/figure'
import { formatValue } from '../format'

/** A release as a page's list of sources names it. */
export type CitedRelease = {
  key: string
  publisher: string
  name: string
  label: string
  method: string
  note: string | null
  licence: string
  licenceUrl: string | null
  credit: string | null
  url: string | null
}

/** A number or a published word, tied to the figures it was made from and their numbered sources. */
export type Cited = {
  text: string
  ids: string[]
  sources: number[]
  /** The full name of what the text calls by a shorter one. */
  title?: string
}

/** A run of prose: plain words and cited numbers. */
export type Part = string | Cited

/** Numbers the sources of one page in the order in which its figures cite them. */
export class Citations<R extends { key: string }> {
  private readonly order: string[] = []

  constructor(private readonly releases: ReadonlyMap<string, R>) {}

  /** The number of a release on this page, from 1. */
  number(release: string): number {
    const found = this.order.indexOf(release)
    return found === -1 ? this.order.push(release) : found + 1
  }

  /** What is known of a release. */
  release(key: string): R | undefined {
    return this.releases.get(key)
  }

  /** Words made from figures, with their ids and sources. */
  cite(text: string, ...figures: readonly Figure[]): Cited {
    return {
      text,
      ids: figures.map((figure) => figure.id),
      sources: [...new Set(figures.map((figure) => this.number(figure.release)))],
    }
  }

  /** A figure's own value, formatted by its measure, or its words. */
  value(figure: Figure): Cited {
    return this.cite(figureText(figure), figure)
  }

  /** The sources cited so far, in order. */
  list(): R[] {
    return this.order.map((key) => this.releases.get(key)).filter((release) => release !== undefined)
  }
}

/** A figure's value as a reader sees it; a top-coded one says so. */
export function figureText(figure: Figure): string {
  if (figure.state === 'top-coded') {
    return figure.lower === null ? 'top-coded' : `${formatValue(figure.measure, figure.lower)} or more`
  }
  const text = curlQuotes(figure.text ?? '')
  if (figure.value === null) return text
  const value = formatValue(figure.measure, figure.value)
  return text ? `${text}, ${value}` : value
}
