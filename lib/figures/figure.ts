import { getMeasure } from './measures'
import type { FigureState } from './states'

/** One row of the ledger as pages read it. */
export type Figure = {
  id: string
  role: string
  measure: string
  item: string
  specialty: string
  place: string
  industry: string
  state: FigureState
  value: number | null
  text: string | null
  /** Percent of the value. */
  rse: number | null
  se: number | null
  lower: number | null
  upper: number | null
  n: number | null
  note: string | null
  /** See `groupOf`. */
  surveyGroup: string | null
  groupSize: number | null
  /** Ids of the figures that a derived one was made from. */
  derivedFrom?: string[] | null
  /** What a superlative stands beside: the nation's value. */
  reference?: number | null
  release: string
  /** What the item is called, where the publisher names it. */
  itemName: string | null
  specialtyName: string | null
}

/** Where a role has no row: what a reader is told instead of a value. */
export type Absence = { state: FigureState; value: null }

/** The figures of one role, by measure and item. */
export class FigureSet {
  private readonly byMeasure = new Map<string, Figure[]>()

  constructor(readonly figures: readonly Figure[]) {
    for (const figure of figures) {
      const list = this.byMeasure.get(figure.measure)
      if (list) list.push(figure)
      else this.byMeasure.set(figure.measure, [figure])
    }
  }

  /** All figures of a measure, those of specialties included. */
  list(measure: string): readonly Figure[] {
    return this.byMeasure.get(measure) ?? []
  }

  /** The figure of the whole role, never a specialty's, or undefined where the ledger has no row. */
  find(measure: string, item = ''): Figure | undefined {
    return this.list(measure).find((figure) => figure.item === item && figure.specialty === '')
  }

  /** The figure, or the reason why there is none. */
  get(measure: string, item = ''): Figure | Absence {
    return this.find(measure, item) ?? { state: getMeasure(measure).absent, value: null }
  }

  /** The figure when it has something to show. */
  shown(measure: string, item = ''): Figure | undefined {
    const figure = this.find(measure, item)
    return figure && (figure.value !== null || figure.text !== null) ? figure : undefined
  }
}

/** Standard error of a figure in its own unit, from its relative standard error where that is what was published. */
export function standardError(figure: Figure): number | undefined {
  if (figure.se !== null) return figure.se
  if (figure.rse !== null && figure.value !== null) return (figure.rse / 100) * figure.value
  return undefined
}
