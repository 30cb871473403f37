import remarkFrontmatter from 'remark-frontmatter'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { readFrontMatter } from './front-matter'
import { readSections } from './sections'
import { type MdNode, Tree } from './tree'
import type { Problem, WriteUp } from './types'

// The processor is used to parse only; nothing of it compiles or runs what a file says.
const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkMdx)

type Parsed = { ok: true; writeUp: WriteUp; warnings: Problem[] } | { ok: false; problems: Problem[] }

type Fault = {
  line?: number
  column?: number
  place?: { line?: number; column?: number; start?: { line: number; column: number } }
  reason?: string
  message?: string
}

/** Where a syntax error stands: the parser tells it in one of three ways. */
function placeOf(fault: Fault): [number, number] {
  const start = fault.place?.start ?? fault.place ?? fault
  const [, line, column] = /\((\d+):(\d+)/.exec(fault.message ?? '') ?? []
  // Of an unclosed tag the message alone names the tag's own place.
  return line && column ? [Number(line), Number(column)] : [start.line ?? 1, start.column ?? 1]
}

/**
 * Reads a write-up and checks all of it: syntax, front matter, allowed elements, components, links and sections.
 * @param path the file's path inside the project; its name is the slug
 * @param known slugs of all roles, when links and roles are to be checked against them
 */
export function parseWriteUp(path: string, text: string, known?: ReadonlySet<string>): Parsed {
  const problems: Problem[] = []
  const report = (
    line: number,
    column: number,
    code: string,
    message: string,
    hint?: string,
    severity: Problem['severity'] = 'error',
  ) => void problems.push({ path, line, column, code, message, severity, ...(hint ? { hint } : {}) })
  let root: MdNode
  try {
    root = processor.parse(text.replace(/^\uFEFF/, '')) as MdNode
  } catch (error) {
    const fault = error as Fault
    report(...placeOf(fault), 'syntax', (fault.reason ?? fault.message ?? 'cannot be read').split('\n')[0] ?? '')
    return { ok: false, problems }
  }
  const [first, ...body] = root.children ?? []
  if (first?.type !== 'yaml') {
    report(1, 1, 'front-matter-missing', 'the file does not begin with front matter between two lines of ---')
    return { ok: false, problems }
  }
  const matter = readFrontMatter(first.value ?? '', (first.position?.start.line ?? 1) + 1, report)
  const tree = new Tree(report, {
    ...(matter ? { sources: matter.sources.map(({ id }) => id) } : {}),
    ...(known ? { known } : {}),
  })
  const { sections, responsibilities } = readSections(body, tree, report)
  if (matter) {
    const file = /([^/\\]+)\.mdx$/.exec(path)?.[1]
    if (matter.slug !== file)
      report(
        first.position?.start.line ?? 1,
        1,
        'slug-path',
        `slug "${matter.slug}" is not the file's name`,
        `name it ${matter.slug}.mdx`,
      )
    if (known && !known.has(matter.role)) report(1, 1, 'unknown-role', `there is no role "${matter.role}"`)
    for (const { id } of matter.sources) {
      if (!tree.used.has(id))
        report(
          1,
          1,
          'source-unused',
          `source "${id}" is cited nowhere`,
          `cite it with <Source id="${id}" /> or take it out`,
        )
    }
  }
  const errors = problems.some(({ severity }) => severity === 'error')
  if (errors || !matter)
    return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) }
  return { ok: true, writeUp: { ...matter, sections, responsibilities } as WriteUp, warnings: problems }
}
