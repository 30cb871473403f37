import 'server-only'
import { capitalise, type Side, workersOf } from '../compare/side'
import { formatValue } from '../format'
import { fitSentences, fitTitle, sentencesOf } from './fit'

/** Title and description of a role's page: the editors' summary where there is one, then the first figures. */
export function describeRolePage(side: Side, years: string, summary = '') {
  const name = capitalise(side.role.singular)
  return {
    title: fitTitle(`${name}: pay, outlook, entry and skills`, `${name}: pay and outlook`, `${name}: pay`, name),
    description:
      fitSentences(...sentencesOf(summary), ...figureSentences(side, years)) ||
      fitSentences(...figureSentences(side, years), ...plainSentences(side)),
  }
}

const PERIODS = [
  ['pay.annual.median', 'a year'],
  ['pay.hourly.median', 'an hour'],
] as const

/** Each names whom it is about, so that it can stand alone. */
function figureSentences(side: Side, years: string): string[] {
  const { official } = side
  const workers = workersOf(side)
  const [pay] = PERIODS.flatMap(([measure, per]) => {
    const figure = official.shown(measure)
    return figure?.value == null
      ? []
      : [`${capitalise(workers)} earn ${formatValue(measure, figure.value)} ${per} at the median.`]
  })
  const jobs = official.shown('employment')?.value
  const growth = official.shown('projection.growth')?.value
  return [
    side.role.kind === 'title' ? `${capitalise(side.role.plural)} are counted among ${workers}.` : '',
    pay ?? '',
    jobs == null ? '' : `${pay ? 'They' : capitalise(workers)} hold ${formatValue('employment', jobs)} jobs.`,
    growth == null || jobs == null
      ? ''
      : `Projected change from ${years}: ${formatValue('projection.growth', growth)}.`,
  ].filter(Boolean)
}

const plainSentences = (side: Side): string[] => [
  `What is known of ${side.role.plural}: outlook, entry, people and skills.`,
]
