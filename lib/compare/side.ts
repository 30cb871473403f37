import type { FigureSet } from '../figures/figure'

/** How a role is spoken of. */
export type Named = { code: string; slug: string; singular: string; plural: string; article: string }

/** One of the two roles of a comparison, with the figures that speak for it. */
export type Side = {
  key: 'a' | 'b'
  role: Named & { kind: 'occupation' | 'title' }
  /** The role itself, or the occupation a title is matched to. */
  occupation: Named & { id: number; name: string }
  /** The occupation's official figures. */
  official: FigureSet
  /** A title's own figures, on the pages where they are shown. */
  own?: FigureSet
}

/** The plural that official figures are for: never a title's. */
export const workersOf = (side: Side): string => side.occupation.plural

/** Whether both sides are titles with figures of their own. */
export const bothOwn = (a: Side, b: Side): boolean => Boolean(a.own && b.own)

/** With a capital first letter. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
