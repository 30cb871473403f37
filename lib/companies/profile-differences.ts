import { type Difference, valueChange, wordsChange } from '../jobs/differences'
import type { ShownProfile } from './profile'

const value = (name: string, label: string, was: string | null, is: string | null) =>
  valueChange({ name, label }, was ?? '', is ?? '')

/** What two profiles of a company say differently, in the form's order. @param before what a reviewer has read */
export const profileDifferences = (before: ShownProfile, after: ShownProfile): Difference[] => [
  ...value('name', 'Company name', before.name, after.name),
  ...value('site', 'Web site', before.site, after.site),
  ...wordsChange({ name: 'about', label: 'What the company does' }, before.about, after.about),
  ...value('industry', 'Industry', before.industry, after.industry),
  ...value('size', 'People employed', before.size, after.size),
  ...value('places', 'Places', before.places.join('; '), after.places.join('; ')),
]
