import { Fragment, type ReactNode } from 'react'
import type { ComponentName, ContentNode } from '@/lib/content/types'

/** How a page shows each component of a write-up; `block` when it stands between paragraphs. */
export type Renderers = Record<
  ComponentName,
  (props: Record<string, string>, children: ReactNode, block: boolean) => ReactNode
>

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
    const Tag = node.tag
    return <Tag key={key}>{children}</Tag>
  })
}
