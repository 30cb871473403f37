/** A run of a write-up, checked and ready to be shown: plain data, nothing to evaluate. */
export type ContentNode =
  | { type: 'text'; value: string }
  | {
      type: 'element'
      tag: 'p' | 'em' | 'strong' | 'ul' | 'ol' | 'li' | 'a' | 'blockquote' | 'h3'
      href?: string
      children: ContentNode[]
    }
  | {
      type: 'component'
      name: 'Figure' | 'Callout' | 'Source' | 'SkillList'
      props: Record<string, string>
      children: ContentNode[]
    }

export type CitedSource = { id: string; title: string; publisher?: string; url: string; accessed: string }

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
  sections: { id: string; title: string; nodes: ContentNode[] }[]
  /** The items of the section of that name. */
  responsibilities: ContentNode[][]
}

/** Something in a file that must or should be mended, where it stands. Lines and columns count from 1. */
export type Problem = {
  path: string
  line: number
  column: number
  code: string
  message: string
  hint?: string
  severity: 'error' | 'warning'
}

/** `path:line:col code message (hint)`. */
export function formatProblem({ path, line, column, code, message, hint }: Problem): string {
  return `${path}:${line}:${column} ${code} ${message}${hint ? ` (${hint})` : ''}`
}
