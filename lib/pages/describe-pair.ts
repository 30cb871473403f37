import 'server-only'
import { plainText } from '../compare/answer'
import type { Comparison } from '../compare/comparison'
import { capitalise, type Side } from '../compare/side'
import { formatValue } from '../format'
import { fitSentences, fitTitle, sentencesOf } from './fit'
import { shortName } from './short-names'

type Pair = Pick<Comparison, 'a' | 'b' | 'own' | 'answer'>

/** Title and description of a comparison's page: the pair's own answer, as far as it fits in whole sentences. */
export function describePairPage({ a, b, own, answer }: Pair) {
  return {
    title: titleOf(a, b),
    description: (own && describeOwn(a, b)) || fitSentences(...openingOf(a, b, sentencesOf(plainText(answer)))),
  }
}

function titleOf(a: Side, b: Side) {
  const names = [a, b].map(({ role }) => [role.singular, shortName(role)] as const)
  const [[fullA = '', shortA = ''] = [], [fullB = '', shortB = ''] = []] = names
  const versus = (one: string, other: string) => `${capitalise(one)} vs ${other}`
  return fitTitle(
    versus(fullA, fullB),
    ...(fullA.length > fullB.length
      ? [versus(shortA, fullB), versus(fullA, shortB)]
      : [versus(fullA, shortB), versus(shortA, fullB)]),
    versus(shortA, shortB),
  )
}

/** The figures that two titles carry of their own are compared with each other only, and said to be from elsewhere. */
function describeOwn(a: Side, b: Side): string {
  const [pa, pb] = [a, b].map((side) => side.own?.shown('pay.annual.mean')?.value)
  if (pa == null || pb == null) return ''
  const [high, low] = pa >= pb ? [a, b] : [b, a]
  const [most, least] = [Math.max(pa, pb), Math.min(pa, pb)].map((value) => formatValue('pay.annual.mean', value))
  return fitSentences(
    `${capitalise(high.role.plural)} earn ${formatValue('pay.annual.mean', Math.abs(pa - pb))} more a year than ${low.role.plural}: ${most} against ${least}, as published elsewhere.`,
  )
}

/** The answer's sentences where the first fits and names both; else one that says the same in fewer words. */
function openingOf(a: Side, b: Side, answer: string[]): string[] {
  const titles = [a, b].some(({ role }) => role.kind === 'title')
  const together = a.occupation.code === b.occupation.code
  if ((!titles || together) && fitSentences(answer[0] ?? '')) return answer
  const full = [a, b].map(counted)
  const plain = [a, b].map(({ role }) => role.plural)
  const short = [a, b].map(({ role }) => shortName(role))
  const said = [full, plain, short].map(([one = '', other = '']) => `${capitalise(one)} vs ${other}: ${payOf(a, b)}`)
  return [said.find((sentence) => fitSentences(sentence)) ?? '']
}

const counted = ({ role, occupation }: Side) =>
  role.kind === 'title' ? `${role.plural} (counted among ${occupation.plural})` : role.plural

const PERIODS = [
  ['pay.annual.mean', 'a year'],
  ['pay.hourly.mean', 'an hour'],
] as const

function payOf(a: Side, b: Side): string {
  for (const [measure, per] of PERIODS) {
    const [one, other] = [a, b].map(({ official }) => official.shown(measure)?.value)
    if (one != null && other != null)
      return `mean pay ${formatValue(measure, one)} against ${formatValue(measure, other)} ${per}.`
  }
  return 'pay, outlook, entry and skills, from official figures.'
}
