import { Fragment, type ReactNode } from 'react'
import type { ComponentName, ContentNode } from '@/lib/content/types'

/** How a page shows each component of a write-up; `block` when it stands between paragraphs. */
export type Renderers = Record<
  ComponentName,
  (props: Record<string, string>, children: ReactNode, block: boolean) => ReactNode
>

type Element = Extract<ContentNode, { type: 'element' }>

const textOf = (node: ContentNode): string =>
  node.type === 'text' ? node.value : (node.children as ContentNode[]).map(textOf).join('')

/** Columns that fit beside one another on a telephone. */
const FEW = 3

/** A table that scrolls by itself where it is wider than the page; with many columns it can be reached by keyboard. */
function Scrolled({ table, rows }: { table: Element; rows: ReactNode }) {
  const [head] = table.children as Element[]
  const names = (head?.children as Element[])?.flatMap((row) => row.children.map(textOf)) ?? []
  if (names.length <= FEW)
    return (
      <div className="scroll">
        <table>{rows}</table>
      </div>
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="scroll" role="group" aria-label={`Table: ${names.filter(Boolean).join(', ')}`} tabIndex={0}>
      <table>{rows}</table>
    </div>
  )
}

/** Checked nodes as React elements; every text is escaped by React. */
export function renderNodes(nodes: readonly ContentNode[], renderers: Renderers): ReactNode {
  return nodes.map((node, i) => {
    // The nodes of a write-up never change their order.
    const key = String(i)
    if (node.type === 'text') return <Fragment key={key}>{node.value}</Fragment>
    const children = renderNodes(node.children, renderers)
    if (node.type === 'component')
      return <Fragment key={key}>{renderers[node.name](node.props, children, node.block === true)}</Fragment>
    if (node.tag === 'a') {
      const external = node.href?.startsWith('https:') ? { rel: 'external' } : {}
      return (
        <a key={key} href={node.href} {...external}>
          {children}
        </a>
      )
    }
    if (node.tag === 'table') return <Scrolled key={key} table={node} rows={children} />
    const Tag = node.tag
    if (Tag === 'th')
      return (
        <th key={key} scope="col" data-align={node.align}>
          {children}
        </th>
      )
    if (Tag === 'td')
      return (
        <td key={key} data-align={node.align}>
          {children}
        </td>
      )
    return <Tag key={key}>{children}</Tag>
  })
}
