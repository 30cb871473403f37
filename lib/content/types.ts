import type { Code } from './codes'

export type ComponentName =
  | 'Figure'
  | 'Difference'
  | 'Chart'
  | 'SkillList'
  | 'Steps'
  | 'Callout'
  | 'Source'
  | 'Image'
  | 'Compare'

type TableTag = 'table' | 'thead' | 'tbody' | 'tr' | 'th' | 'td'

/** A run of a write-up, checked and ready to be shown: plain data, nothing to evaluate. */
export type ContentNode =
  | { type: 'text'; value: string }
  | {
      type: 'element'
      tag: 'p' | 'em' | 'strong' | 'ul' | 'ol' | 'li' | 'a' | 'blockquote' | 'h3' | TableTag
      href?: string
      /** Of a cell: `left`, `right` or `center`. */
      align?: string
      children: ContentNode[]
    }
  | {
      type: 'component'
      name: ComponentName
      props: Record<string, string>
      /** Stands by itself between paragraphs, not inside one. */
      block?: true
      children: ContentNode[]
    }

export type CitedSource = { id: string; title: string; publisher?: string; url: string; accessed: string }

/** What the law requires to do the work. */
export type Licence = { name: string; requiredBy: string; where?: string; source: string }

/** What editors wrote of one role. */
export type WriteUp = {
  title: string
  slug: string
  role: string
  status: 'draft' | 'review' | 'published'
  summary: string
  authors: string[]
  reviewers: string[]
  reviewed?: string
  nextReview: string
  /** The day of the last change, from the committed history. */
  changed?: string
  sources: CitedSource[]
  licences?: Licence[]
  sections: { id: string; title: string; nodes: ContentNode[] }[]
  /** The items of the section of that name. */
  responsibilities: ContentNode[][]
}

/** Something in a file that must or should be mended, where it stands. Lines and columns count from 1. */
export type Problem = {
  path: string
  line: number
  column: number
  code: Code
  message: string
  hint?: string
  severity: 'error' | 'warning'
}

/** A place in a file; lines and columns count from 1. */
export type At = { line: number; column: number }

/** A figure, found by what it is of; without an item or for the nation these are empty. */
export type FigureRef = { role: string; measure: string; item: string; place: string }

/** Where a write-up leans on figures: to show one, or to say something of two. */
export type FigureUse = At & {
  of: FigureRef
  /** What serves as well where the first has no value. */
  or?: FigureRef
  than?: FigureRef
  expect?: 'more' | 'less' | 'similar'
  words: string
}

/** What a file holds that only the other files, the pictures or the figures can prove right. */
export type Found = {
  slug: string
  status: WriteUp['status']
  role: string
  slugAt: At
  roleAt: At
  uses: FigureUse[]
  links: (At & { slug: string; anchor: string })[]
  images: (At & { name: string; width: string; height: string })[]
  review?: At & { date: string }
  /** Hashes of all runs of five words, role names taken out, packed. */
  shingles: string
  /** Words that no dictionary has, in lower case: the list of the project's words decides whether they are right. */
  foreign: string[]
}

/** A problem with the line in which it stands. */
export type ShownProblem = Problem & { text: string }

/** `path:line:col code message (hint)`. */
export function formatProblem({ path, line, column, code, message, hint }: Problem): string {
  return `${path}:${line}:${column} ${code} ${message}${hint ? ` (${hint})` : ''}`
}
