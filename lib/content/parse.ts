import { findOddCharacters } from './characters'
import type { Code } from './codes'
import { readFrontMatter } from './front-matter'
import { refuseGitHub } from './github'
import type { Known } from './known'
import { type IsWord, lintProse } from './lint'
import { explainFault, findTooDeep, type MdNode, parseMarkdown, type Report } from './markdown'
import { Positions } from './positions'
import { readSections } from './sections'
import { shinglesOf } from './shingles'
import { Tree } from './tree'
import type { Found, Problem, WriteUp } from './types'

/** A file read: with `writeUp` when nothing in it is an error. All of it is plain data. */
export type Parsed =
  | { ok: true; writeUp: WriteUp; warnings: Problem[]; found: Found }
  | { ok: false; problems: Problem[]; found?: Found }

const inOrder = (a: Problem, b: Problem) => a.line - b.line || a.column - b.column

/**
 * Reads a write-up and checks all that the file alone can tell: syntax, front matter, allowed elements, components,
 * links, sections and wording.
 * @param path the file's path inside the project; its name is the slug
 * @param known what may be named; without it links, roles and places are not checked
 * @param isWord without it spelling is not checked
 */
export function parseWriteUp(path: string, source: string, known?: Known, isWord?: IsWord): Parsed {
  // A lone carriage return ends a line for the parser; so it does for our counting.
  const text = source.replace(/^\uFEFF/, '').replaceAll(/\r(?!\n)/g, '\n')
  const problems: Problem[] = []
  const report: Report = (line, column, code, message, hint, severity = 'error') =>
    void problems.push({ path, line, column, code, message, severity, ...(hint ? { hint } : {}) })
  const positions = new Positions(text)
  for (const { index, message, hint } of findOddCharacters(text)) {
    const { line, column } = positions.at(index)
    report(line, column, 'character', message, hint)
  }
  let root: MdNode
  try {
    root = parseMarkdown(text)
  } catch (error) {
    const { line, column, message, hint } = explainFault(error)
    report(line, column, 'syntax', message, hint)
    return { ok: false, problems: problems.toSorted(inOrder) }
  }
  const deep = findTooDeep(root)
  if (deep) {
    const { line, column } = deep.position?.start ?? { line: 1, column: 1 }
    report(line, column, 'nesting', 'too many things stand inside one another', 'take out marks such as > and -')
    return { ok: false, problems }
  }
  const [first, ...marked] = root.children ?? []
  if (first?.type !== 'yaml') {
    report(1, 1, 'front-matter-missing', 'the file does not begin with front matter between two lines of ---')
    return { ok: false, problems }
  }
  const front = readFrontMatter(first.value ?? '', (first.position?.start.line ?? 1) + 1, report)
  const body = refuseGitHub(marked, positions, report)
  reportWritten(body, text, positions, report)
  const tree = new Tree(report, {
    role: front?.matter.role ?? '',
    ...(front ? { sources: front.matter.sources.map(({ id }) => id) } : {}),
    known,
  })
  const { sections, responsibilities } = readSections(body, tree, report)
  const foreign = lintProse(body, text, known, report, isWord)
  if (!front) return { ok: false, problems: problems.toSorted(inOrder) }
  checkFrontMatter(front, path, tree, known, report)
  reportEscaped(front, first.value ?? '', report)
  const { matter, where } = front
  const found: Found = {
    ...tree.found,
    slug: matter.slug,
    status: matter.status,
    role: matter.role,
    slugAt: where('slug'),
    roleAt: where('role'),
    review: { ...where('nextReview'), date: matter.nextReview },
    shingles: shinglesOf(body, known),
    foreign,
  }
  problems.sort(inOrder)
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems, found }
  return { ok: true, writeUp: { ...matter, sections, responsibilities } as WriteUp, warnings: problems, found }
}

/** Reports odd characters that are written as references, such as `&#8203;` or `&nbsp;`: in the file they are seen. */
function reportWritten(nodes: readonly MdNode[], text: string, positions: Positions, report: Report): void {
  for (const node of nodes) {
    const values = (node.attributes ?? []).map(({ value }) => (typeof value === 'string' ? value : ''))
    for (const value of [node.value ?? '', ...values])
      for (const { index, message, hint } of findOddCharacters(value)) {
        const inText = node.type === 'text'
        const { line, column } = inText
          ? positions.inText(node, index)
          : (node.position?.start ?? { line: 1, column: 1 })
        const raw = inText ? text[positions.offsetOf(node, index)] : '&'
        if (raw === '&') report(line, column, 'character', message, hint)
      }
    reportWritten(node.children ?? [], text, positions, report)
  }
}

/** Reports odd characters that the front matter writes as escapes, such as `"\\u200B"`. */
function reportEscaped({ matter, where }: Front, text: string, report: Report): void {
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (Array.isArray(value)) for (const [i, one] of value.entries()) walk(one, [...path, i])
    else if (typeof value === 'object') for (const [key, one] of Object.entries(value ?? {})) walk(one, [...path, key])
    else if (typeof value === 'string')
      for (const { index, message, hint } of findOddCharacters(value)) {
        const { line, column } = where(...path)
        if (!text.includes(value.slice(index, index + 2).trimEnd())) report(line, column, 'character', message, hint)
      }
  }
  walk(matter, [])
}

type Front = NonNullable<ReturnType<typeof readFrontMatter>>

/** Checks what the front matter says against the file's name, the roles and the text. */
function checkFrontMatter(
  { matter, where }: Front,
  path: string,
  tree: Tree,
  known: Known | undefined,
  report: Report,
): void {
  const tell = (at: { line: number; column: number }, code: Code, message: string, hint?: string) =>
    report(at.line, at.column, code, message, hint)
  const file = /([^/\\]+)\.mdx$/.exec(path)?.[1]
  if (matter.slug !== file)
    tell(where('slug'), 'slug-path', `slug "${matter.slug}" is not the file's name`, `name it ${matter.slug}.mdx`)
  if (known && !known.roles.has(matter.role)) tell(where('role'), 'unknown-role', `there is no role "${matter.role}"`)
  for (const key of ['title', 'summary'] as const) {
    if (matter[key].includes('???'))
      tell(where(key), 'gap', `"${key}" is still to be written`, 'replace the question marks')
  }
  const ids = matter.sources.map(({ id }) => id)
  for (const [i, licence] of (matter.licences ?? []).entries()) {
    tree.cited.add(licence.source)
    if (!ids.includes(licence.source))
      tell(where('licences', i, 'source'), 'unknown-source', `there is no source "${licence.source}"`)
  }
  for (const [i, id] of ids.entries()) {
    if (ids.indexOf(id) < i) tell(where('sources', i, 'id'), 'front-matter-value', `source "${id}" is there twice`)
    else if (!tree.cited.has(id))
      tell(
        where('sources', i, 'id'),
        'source-unused',
        `source "${id}" is cited nowhere`,
        `cite it with <Source id="${id}" /> or take it out`,
      )
  }
}
