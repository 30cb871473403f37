import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Processor } from 'unified'
import type { MdNode, Position, Report } from './markdown'
import type { Positions } from './positions'
import type { ContentNode } from './types'

/** Lets the parser read what GitHub adds to Markdown, as far as we show it or its place cannot be told without. */
export function readAsGitHub(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable(), gfmStrikethrough()]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
  ]
}

const STRUCK = ['strikethrough', 'words that are struck out are not allowed', 'take them out'] as const
const NOTE = [
  'footnote',
  'footnotes are not allowed',
  'say it in the text, or cite a source with <Source id="…" />',
] as const
const TASK = ['task-list', 'boxes to tick are not allowed', 'begin the line with "- " alone'] as const
const BARE = ['bare-address', 'an address cannot stand by itself', 'write [words](https://…)'] as const

/** What GitHub would show in another way, and would be published as it stands here. */
const IN_TEXT = [
  [/~~/g, STRUCK],
  [/\^?\[\^[^\]\s]*\]|\^\[/g, NOTE],
  [/\bhttps?:\/\/[^\s<]+|\bwww\.[\p{L}\d][^\s<]*|[\w.+-]+@[\w-]+\.[\p{L}\d]+/giu, BARE],
] as const

const startOf = ({ position }: { position?: Position }) => position?.start ?? { line: 1, column: 1 }

/** Whether a node is struck out, or a footnote's own text; what stands in it is reported with it. */
const refusalOf = (node: MdNode) => {
  if (node.type === 'delete') return STRUCK
  if ((node.type === 'definition' || node.type === 'linkReference') && node.label?.startsWith('^')) return NOTE
  return undefined
}

/**
 * Reports what GitHub adds to Markdown and a write-up does not hold, each by its name: without that it would be published
 * with its marks.
 * @returns the nodes without what was reported
 */
export function refuseGitHub(nodes: readonly MdNode[], positions: Positions, report: Report): MdNode[] {
  const walk = (node: MdNode, inLink: boolean): MdNode[] => {
    const refused = refusalOf(node)
    const { line, column } = startOf(node)
    if (refused) {
      report(line, column, refused[0], refused[1], refused[2])
      return []
    }
    if (node.type === 'text') return [refuseInText(node, inLink)]
    if (node.type === 'listItem') refuseTask(node)
    if (!node.children) return [node]
    return [{ ...node, children: node.children.flatMap((child) => walk(child, inLink || node.type === 'link')) }]
  }
  const refuseInText = (node: MdNode, inLink: boolean): MdNode => {
    let value = node.value ?? ''
    for (const [pattern, refusal] of IN_TEXT) {
      if (inLink && refusal === BARE) continue
      for (const { 0: found, index } of value.matchAll(pattern)) {
        const { line, column } = positions.inText(node, index)
        report(line, column, refusal[0], refusal[1], refusal[2])
        // Its parts are no words to be looked up.
        value = value.slice(0, index) + ' '.repeat(found.length) + value.slice(index + found.length)
      }
    }
    return { ...node, value }
  }
  const refuseTask = ({ children = [] }: MdNode) => {
    const [first] = children[0]?.children ?? []
    if (first?.type !== 'text' || !/^\[[ \t\nxX]\](?:\s|$)/.test(first.value ?? '')) return
    const { line, column } = startOf(first)
    report(line, column, ...TASK)
  }
  return nodes.flatMap((node) => walk(node, false))
}

type Convert = (nodes: readonly MdNode[]) => ContentNode[]

/**
 * A table as ours: a head of one row, and a body. A row with more or fewer cells than the head is reported, as GitHub
 * leaves out what is too much without a word.
 */
export function convertTable(
  { children: rows = [], align = [] }: MdNode,
  convert: Convert,
  report: Report,
): ContentNode {
  const [head, ...body] = rows
  const width = head?.children?.length ?? 0
  for (const row of body) {
    const { line, column } = startOf(row)
    const cells = row.children?.length ?? 0
    if (cells !== width)
      report(
        line,
        column,
        'table',
        `the row has ${cells} cells, and the head has ${width}`,
        'write \\| for a bar in a cell',
      )
  }
  const rowOf = (row: MdNode, tag: 'th' | 'td'): ContentNode => ({
    type: 'element',
    tag: 'tr',
    children: (row.children ?? []).map((cell, i) => ({
      type: 'element',
      // A head that is empty names nothing.
      tag: (cell.children ?? []).length > 0 ? tag : 'td',
      ...(align[i] ? { align: align[i] } : {}),
      children: convert(cell.children ?? []),
    })),
  })
  return {
    type: 'element',
    tag: 'table',
    children: [
      { type: 'element', tag: 'thead', children: head ? [rowOf(head, 'th')] : [] },
      { type: 'element', tag: 'tbody', children: body.map((row) => rowOf(row, 'td')) },
    ],
  }
}
