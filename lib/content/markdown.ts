import remarkFrontmatter from 'remark-frontmatter'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Code } from './codes'
import { readAsGitHub } from './github'

export type Position = { start: { line: number; column: number; offset?: number }; end: { offset?: number } }

/** A node as the parser gives it. */
export type MdNode = {
  type: string
  value?: string
  depth?: number
  ordered?: boolean
  url?: string
  label?: string | null
  align?: (string | null)[]
  name?: string | null
  attributes?: { type: string; name?: string; value?: unknown; position?: Position }[]
  children?: MdNode[]
  position?: Position
}

export type Report = (
  line: number,
  column: number,
  code: Code,
  message: string,
  hint?: string,
  severity?: 'error' | 'warning',
) => void

// The processor is used to parse only; nothing of it compiles or runs what a file says.
const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(readAsGitHub).use(remarkMdx)

/** A file as the parser's tree. @throws the parser's fault, which `explainFault` reads */
export const parseMarkdown = (text: string): MdNode => processor.parse(text) as MdNode

/** Words of a node without its markup. */
export const plainText = (node: MdNode): string => node.value ?? (node.children ?? []).map(plainText).join('')

const DEEPEST = 30

/** The first node that stands deeper inside others than any writing needs; what is deeper cannot be walked safely. */
export function findTooDeep(root: MdNode): MdNode | undefined {
  let level = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return level[0]
    level = level.flatMap((node) => node.children ?? [])
  }
  return undefined
}

type Fault = {
  line?: number
  column?: number
  place?: { line?: number; column?: number; start?: { line: number; column: number } }
  reason?: string
  message?: string
}

/** What a fault of the parser says and where: it tells the place in one of three ways. */
export function explainFault(error: unknown): { line: number; column: number; message: string; hint: string } {
  const fault = error as Fault
  const start = fault.place?.start ?? fault.place ?? fault
  const reason = (fault.reason ?? fault.message ?? 'cannot be read').split('\n')[0] ?? ''
  // Of an unclosed tag the message alone names the tag's own place.
  const [, line, column] = /\((\d+):(\d+)/.exec(fault.message ?? '') ?? []
  const [, tag] = /Expected a closing tag for `<(\w*)/.exec(reason) ?? []
  const comment = /Unexpected character `!`/.exec(reason)
  if (comment && start.line && start.column) {
    return {
      line: start.line,
      column: start.column - 1,
      message: 'comments are not allowed',
      hint: 'take it out, or put it into the front matter, on a line that begins with #',
    }
  }
  const at = line && column ? { line: Number(line), column: Number(column) } : undefined
  if (tag !== undefined && at) {
    return {
      ...at,
      message: `<${tag}> is not closed`,
      hint: `add </${tag}>, or end the tag with /> where it holds nothing`,
    }
  }
  return {
    ...(at ?? { line: start.line ?? 1, column: start.column ?? 1 }),
    message: reason,
    hint: 'close every tag and every quote; write \\< and \\{ for the characters themselves',
  }
}
