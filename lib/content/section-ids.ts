/** The sections of every write-up, in order. */
export const SECTIONS = [
  'What they do',
  'A working day',
  'How to become one',
  'Responsibilities',
  'Who it suits',
] as const

/** A section's place on the page. */
export const idOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, '-')

/** Places of a role's page that its write-up makes. */
export const SECTION_IDS = SECTIONS.filter((title) => title !== 'Responsibilities').map(idOf)
