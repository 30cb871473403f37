import type { Figure } from '../figures/figure'
import type { ContentNode, FigureRef } from './types'

const SHOWN_BY_CHART = ['p10', 'p25', 'median', 'p75', 'p90']

/** The reference that a `Figure`'s props make; without a role it is the write-up's own. */
export const refOf = (props: Record<string, string>, ownRole: string): FigureRef => ({
  role: props.role ?? ownRole,
  measure: props.measure ?? '',
  item: props.item ?? '',
  place: props.place ?? 'US',
})

/** Takes `[role/]measure[#item][@place]` apart; undefined for what has another form. */
export function parseRef(text: string, ownRole: string): FigureRef | undefined {
  const [, role, measure, item, place] =
    /^(?:([a-z0-9-]+)\/)?([a-z0-9.-]+)(?:#([\w.-]+))?(?:@([A-Z0-9-]+))?$/.exec(text) ?? []
  if (!measure) return undefined
  return { role: role ?? ownRole, measure, item: item ?? '', place: place ?? 'US' }
}

function refsOf(node: ContentNode, ownRole: string): FigureRef[] {
  if (node.type !== 'component') return []
  const { name, props } = node
  if (name === 'Figure') return [refOf(props, ownRole)]
  if (name === 'Difference') return [props.of, props.than].flatMap((text) => parseRef(text ?? '', ownRole) ?? [])
  if (name === 'Chart')
    return ['annual', 'hourly'].flatMap((period) =>
      SHOWN_BY_CHART.map((key) => ({ role: ownRole, measure: `pay.${period}.${key}`, item: '', place: 'US' })),
    )
  return []
}

/** Every figure that these nodes cite, in reading order. */
export function listFigureRefs(nodes: readonly ContentNode[], ownRole: string): FigureRef[] {
  return nodes.flatMap((node) =>
    node.type === 'text' ? [] : [...refsOf(node, ownRole), ...listFigureRefs(node.children, ownRole)],
  )
}

/** Every role that these nodes compare with, in reading order. */
export function listCompared(nodes: readonly ContentNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return []
    const own = node.type === 'component' && node.name === 'Compare' && node.props.with ? [node.props.with] : []
    return [...own, ...listCompared(node.children)]
  })
}

/** Finds the ledger's figure for a reference; undefined where there is none. */
export type FindFigure = (ref: FigureRef) => Figure | undefined
