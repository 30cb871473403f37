import type { Citations, CitedRelease, Part } from './cite'
import { joinList, levelPhrase } from './phrases'
import { capitalise, type Side, workersOf } from './side'
import { topSkills } from './skills'
import { topEducation } from './top'
import { groupPhrase } from './whose'

type Cite = Citations<CitedRelease>

/** A field's name inside a sentence. */
export const lowerName = (name: string) => name.toLowerCase().replaceAll('english', 'English')

const inWords = (names: readonly string[]) => joinList(names).join('')

/**
 * A short text on a role that nobody has written up, built from its figures and the titles it goes by.
 * @param titles job titles that lead to the occupation
 * @param technologies names of technologies in demand and the release that lists them
 */
export function describeRole(
  side: Side,
  family: string,
  titles: readonly string[],
  technologies: { names: readonly string[]; source?: number },
  cite: Cite,
): Part[] {
  const name = capitalise(workersOf(side))
  const jobs = side.official.shown('employment')
  const education = topEducation(side.official)
  const knowledge = topSkills(side.official, 'knowledge.importance', 3).find((group) => group.specialty === '')
  const parts: Part[] = [`${name} are counted among ${family.toLowerCase()} occupations`]
  if (jobs) parts.push(', with ', cite.value(jobs), ' jobs')
  parts.push('. ')
  if (titles.length > 0) parts.push(`Job titles in this work include ${inWords(titles)}. `)
  if (knowledge && knowledge.skills.length > 0) {
    const fields = knowledge.skills.map((figure) => cite.cite(lowerName(figure.itemName ?? ''), figure))
    parts.push('What they need to know best: ', ...joinList(fields), '. ')
  } else if (technologies.names.length > 0) {
    parts.push(`Employers’ postings for it often ask for ${inWords(technologies.names)}. `)
  }
  if (education?.kind === 'leader') {
    parts.push(
      `The most common level of education among ${groupPhrase(education.figure) ?? 'them'} is ${levelPhrase(education.figure.item)}, at `,
      cite.value(education.figure),
      '.',
    )
  }
  return parts
}
