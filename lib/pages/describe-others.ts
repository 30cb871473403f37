import { formatDay, formatWhole } from '../format'
import { fitSentences, fitTitle, sentencesOf } from './fit'

/** Title and description of a family's page. */
export function describeFamilyPage({ name, roles }: { name: string; roles: number }) {
  const all = roles === 1 ? 'The one role' : `All ${formatWhole(roles)} roles`
  return {
    title: fitTitle(`${name}: all roles`, `${name}: roles`, `${name} roles`, name),
    description: fitSentences(`${all} in ${lowerFirst(name)}.`, 'Pay, outlook, entry and skills of each.'),
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** Title and description of a posting's page. */
export function describeJobPage(job: {
  title: string
  company: string
  payText: string | null
  placeText: string | null
  until: Date
  timeZone: string
}) {
  const { title, company, payText, placeText, until, timeZone } = job
  const [pay, place] = [payText, placeText].map((text) => (text ? `${text}.` : ''))
  const named = `${title}, ${company}`
  return {
    title: fitTitle(placeText ? `${named}, ${placeText}` : named, named, title),
    description:
      fitSentences(`${title} at ${company}.`, pay, place, `Open until ${formatDay(until, timeZone)}.`) ||
      fitSentences(pay, place),
  }
}

/** Title and description of a company's page: what it says of itself, in whole sentences. */
export function describeCompanyPage({ name, about }: { name: string; about: string }) {
  return {
    title: fitTitle(`${name}: open jobs`, name),
    description:
      fitSentences(...sentencesOf(about)) || fitSentences(`Open jobs at ${name}, each with its pay and its last day.`),
  }
}
