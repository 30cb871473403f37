import { type MdNode, plainText, type Report } from './markdown'
import { idOf, SECTIONS } from './section-ids'
import type { Tree } from './tree'
import type { ContentNode, WriteUp } from './types'

const LEAST = 6

/** Takes a body apart at its second-level headings and checks that all sections are there, in order. */
export function readSections(
  body: readonly MdNode[],
  tree: Tree,
  report: Report,
): Pick<WriteUp, 'sections' | 'responsibilities'> {
  const sections: WriteUp['sections'] = []
  let responsibilities: ContentNode[][] = []
  let current: { title: string; nodes: MdNode[]; line: number } | undefined
  let depth = 2
  const parts: { title: string; nodes: MdNode[]; line: number }[] = []
  for (const node of body) {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 }
    if (node.type === 'heading') {
      const title = plainText(node).trim()
      if (node.depth === 1)
        report(line, column, 'heading-order', 'the page has its title already', 'begin sections with ##')
      else if ((node.depth ?? 2) > depth + 1 || (node.depth ?? 2) > 3)
        report(line, column, 'heading-order', `a heading of level ${node.depth} cannot stand here`)
      depth = Math.min(node.depth ?? 2, 3)
      if (node.depth === 2) {
        const expected = SECTIONS[parts.length]
        if (title !== expected) {
          report(
            line,
            column,
            'section',
            `found section "${title}"`,
            expected ? `expected "${expected}"` : 'there is no further section',
          )
        }
        current = { title, nodes: [], line }
        parts.push(current)
        continue
      }
    }
    if (current) current.nodes.push(node)
    else if (node.type === 'definition' || node.type === 'mdxjsEsm') tree.convert([node])
    else report(line, column, 'section', 'words stand before the first section', `begin with "## ${SECTIONS[0]}"`)
  }
  for (const missing of SECTIONS.slice(parts.length)) report(1, 1, 'section-missing', `section "${missing}" is missing`)
  for (const { title, nodes, line } of parts) {
    const converted = tree.convert(nodes)
    if (title === 'Responsibilities') {
      const [list, ...others] = converted
      if (list?.type !== 'element' || list.tag !== 'ul' || others.length > 0)
        report(line, 1, 'responsibilities', 'must be one list with bullets')
      else if (list.children.length < LEAST)
        report(line, 1, 'responsibilities', `has ${list.children.length} items, needs at least ${LEAST}`)
      else responsibilities = list.children.map((item) => (item.type === 'element' ? item.children : []))
    } else sections.push({ id: idOf(title), title, nodes: converted })
  }
  return { sections, responsibilities }
}
