import type { Figure } from '../figures/figure'
import type { ContentNode } from './types'

/** What a `<Figure>` asks for; without a role it is the write-up's own. */
export type FigureRef = { role: string; measure: string; item: string }

/** The reference that a component's props make. */
export const refOf = (props: Record<string, string>, ownRole: string): FigureRef => ({
  role: props.role ?? ownRole,
  measure: props.measure ?? '',
  item: props.item ?? '',
})

/** Every figure that these nodes cite, in reading order. */
export function listFigureRefs(nodes: readonly ContentNode[], ownRole: string): FigureRef[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return []
    const own = node.type === 'component' && node.name === 'Figure' ? [refOf(node.props, ownRole)] : []
    return [...own, ...listFigureRefs(node.children, ownRole)]
  })
}

/** Finds the ledger's figure for a reference; undefined where there is none. */
export type FindFigure = (ref: FigureRef) => Figure | undefined
