import { figureText } from '../compare/cite'
import type { Figure } from '../figures/figure'
import { getMeasure } from '../figures/measures'
import { STATE_WORDS } from '../figures/states'
import type { Code } from './codes'
import type { FigureRef, FigureUse, Problem } from './types'

/** What the ledger holds of a figure, as far as words can be judged by it. */
export type Value = Pick<Figure, 'state' | 'value' | 'text' | 'lower'>

/** Finds what the ledger holds of a figure; undefined where it has no row. */
export type FindValue = (ref: FigureRef) => Promise<Value | undefined>

/** Two figures are similar when they differ by no more than this part of the larger. */
const SIMILAR = 0.05

/** A figure's address as editors write it: `role/measure#item@place`. */
export const formatRef = ({ role, measure, item, place }: FigureRef): string =>
  `${role}/${measure}${item ? `#${item}` : ''}${place === 'US' ? '' : `@${place}`}`

const isShown = (value: Value): boolean =>
  value.value !== null || value.text !== null || (value.state === 'top-coded' && value.lower !== null)

const shown = (ref: FigureRef, value: Value): string => figureText({ ...value, measure: ref.measure } as Figure)

/** The least and the most that a figure may be; of a top-coded one only the least is known. */
function rangeOf({ state, value, lower }: Value): [number, number] | undefined {
  if (state === 'top-coded' && lower !== null) return [lower, Number.POSITIVE_INFINITY]
  return value === null ? undefined : [value, value]
}

/** Whether figures bear out what is said of them. */
export function isBorneOut(of: Value, than: Value, expect: 'more' | 'less' | 'similar'): boolean {
  const [a, b] = [rangeOf(of), rangeOf(than)]
  if (!a || !b) return false
  if (expect === 'more') return a[0] > b[1]
  if (expect === 'less') return a[1] < b[0]
  return Math.abs(a[0] - b[0]) <= SIMILAR * Math.max(Math.abs(a[0]), Math.abs(b[0])) && a[1] === a[0] && b[1] === b[0]
}

const EXPECTED = { more: 'more', less: 'less', similar: 'within 5% of each other' }

/**
 * Holds what write-ups say of figures against the figures.
 * @param find reads the dataset, or a store inside a transaction
 * @returns a problem for each figure that has no value and each difference that the figures do not bear out
 */
export async function judgeFigures(path: string, uses: readonly FigureUse[], find: FindValue): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { line, column, of, or, than, expect, words } of uses) {
    const tell = (code: Code, message: string, hint: string) =>
      void problems.push({ path, line, column, code, message, hint, severity: 'error' })
    const missing = async (ref: FigureRef): Promise<Value | undefined> => {
      const value = await find(ref)
      if (value && isShown(value)) return value
      const state = value ? STATE_WORDS[value.state] : STATE_WORDS[getMeasure(ref.measure).absent]
      tell('figure-missing', `there is no figure ${formatRef(ref)}: ${state}`, 'choose another measure, role or place')
      return undefined
    }
    const other = or && (await find(or))
    if (other && isShown(other)) continue
    const a = await missing(of)
    if (!than || !expect) continue
    const b = await missing(than)
    if (!a || !b) continue
    if (getMeasure(of.measure).unit !== getMeasure(than.measure).unit || !rangeOf(a) || !rangeOf(b))
      tell(
        'difference-units',
        `${formatRef(of)} and ${formatRef(than)} cannot be compared`,
        'both must be numbers of one unit',
      )
    else if (!isBorneOut(a, b, expect))
      tell(
        'difference-wrong',
        `"${words}" says ${EXPECTED[expect]}, but ${formatRef(of)} is ${shown(of, a)} and ${formatRef(than)} is ${shown(than, b)}`,
        'say what the figures say, and change expect',
      )
  }
  return problems
}
