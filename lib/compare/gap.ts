import type { Figure, FigureSet } from '../figures/figure'
import { getMeasure } from '../figures/measures'
import { type FigureState, STATE_WORDS } from '../figures/states'
import { isSuperlative } from '../figures/superlatives'
import { figureText } from './cite'

/** Why a cell has no value: the state, and what lies behind it where the figures beside it tell. */
export type Gap = { state: FigureState; reason?: string }

/** The CPS publishes neither shares nor medians of fewer people than this, in thousands. */
export const CPS_LEAST = 50

function otherPeriod(set: FigureSet, measure: string): string | undefined {
  const [, period, rest] = /^pay\.(annual|hourly)\.(.+)$/.exec(measure) ?? []
  if (!period) return undefined
  const [other, word] = period === 'annual' ? ['hourly', 'hour'] : ['annual', 'year']
  const figure = set.find(`pay.${other}.${rest}`)
  return figure && figureText(figure) !== '' ? `published by the ${word} only` : undefined
}

function tooFewPeople(set: FigureSet, { measure, release }: Figure): string | undefined {
  if (measure !== 'people.share' && measure !== 'age.median') return undefined
  const all = set.list('people.employed').find((figure) => figure.release === release)?.value
  return all !== undefined && all !== null && all < CPS_LEAST ? `fewer than ${CPS_LEAST},000 people` : undefined
}

/**
 * Why a role has no value of a measure: the figure's own state, or what the measure declares for a role without a row.
 * This is the one place that pages ask.
 * @param set the role's figures; undefined for a title that has none of its own
 */
export function gapOf(set: FigureSet | undefined, measure: string, item = ''): Gap {
  if (!set) return { state: 'not-collected' }
  const figure =
    set.find(measure, item) ?? (item === '' ? set.list(measure).find(({ specialty }) => !specialty) : undefined)
  return figure ? gapOfFigure(set, figure) : { state: getMeasure(measure).absent }
}

/** Why this figure has no value. @param set the role's figures, as others of them may tell the reason */
export function gapOfFigure(set: FigureSet, figure: Figure): Gap {
  const { measure, state, note } = figure
  const reason = isSuperlative(measure) ? note : (otherPeriod(set, measure) ?? tooFewPeople(set, figure))
  return reason ? { state, reason } : { state }
}

/** A gap in a reader's words: `not published: fewer than 50,000 people`; a reason that begins so is said alone. */
export function gapText({ state, reason }: Gap): string {
  const words = STATE_WORDS[state]
  if (!reason) return words
  return reason.startsWith(words) ? reason : `${words}: ${reason}`
}
