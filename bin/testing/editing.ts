/** What `content:check --json` says of one place. */
export type Told = { path: string; line: number; column: number; code: string; hint?: string; message: string }

/** The file that an editor makes in tests. */
export const FILE = 'content/roles/dental-hygienist.mdx'

/** What stands in the place of each gap of a start file, in order. */
export const WORDS = [
  'summary: Cleans teeth, takes X-rays, and shows people how to keep what they have.',
  'A dental hygienist cleans teeth above and under the gums, takes pictures of the jaw and writes down what has changed.',
  'Most of the talking happens while nobody can answer. A good part of the work is to make people less afraid.',
  'The first patient lies back at eight. By ten the water line of the second chair drips, and the tray for the next visit is still in the sterilizer.',
  'Two or three years at a college lead to the board exams. Every patient in training is a real one.',
  '- Clean and polish teeth',
  '- Take pictures of teeth and jaws',
  '- Look for signs of disease and tell the dentist',
  '- Put sealants on the teeth of children',
  '- Show patients how to brush where they never do',
  '- Keep the record of each visit',
  'It suits people with steady hands who like to talk. Backs and wrists pay for it.',
]

const replaceLines = (text: string, line: number, count: number, ...words: string[]): string =>
  text
    .split('\n')
    .toSpliced(line - 1, count, ...words)
    .join('\n')

/** The text with words in place of the line that each gap names. */
export const fillGaps = (text: string, gaps: readonly Told[]): string =>
  gaps.reduce((filled, { line }, i) => replaceLines(filled, line, 1, WORDS[i] ?? ''), text)

/** Changes a line from a column on. */
function change(text: string, { line, column }: Told, from: string, to: string): string {
  const old = text.split('\n')[line - 1] ?? ''
  return replaceLines(text, line, 1, old.slice(0, column - 1) + old.slice(column - 1).replace(from, to))
}

/** Five ways to break the file, each with the code and the words that tell of it, and how these alone lead to the cure. */
export const BREAKS: {
  from: string
  to: string
  code: string
  says: RegExp
  mend(text: string, problem: Told): string
}[] = [
  {
    from: 'reviewers: []',
    to: 'reviwers: []\nreviewers: []',
    code: 'front-matter-key',
    says: /did you mean "reviewers"\?/,
    mend: (text, { line }) => replaceLines(text, line, 1),
  },
  {
    from: 'The first patient',
    to: '<Callout kind="note">\n\nThe first patient',
    code: 'syntax',
    says: /<Callout> is not closed/,
    mend: (text, { line }) => replaceLines(text, line, 2),
  },
  {
    from: '[medical assistants](/roles/medical-assistant)',
    to: '[medical assistants](/roles/medical-asistant)',
    code: 'dead-link',
    says: /medical-asistant/,
    mend: (text, problem) =>
      change(text, { ...problem, column: 1 }, /"(.*)"/.exec(problem.message)?.[1] ?? '', 'medical-assistant'),
  },
  {
    from: 'The nearest roles are',
    to: 'They <Difference of="pay.annual.median" than="dental-assistant/pay.annual.median" expect="less">earn less than dental assistants</Difference>. The nearest roles are',
    code: 'difference-wrong',
    says: /pay\.annual\.median is \$\d.* and dental-assistant\/pay\.annual\.median is \$\d/,
    mend: (text, problem) => change(text, problem, '"less">earn less', '"more">earn more'),
  },
  {
    from: 'measure="employment"',
    to: 'measure="employmnet"',
    code: 'unknown-measure',
    says: /employmnet/,
    mend: (text, problem) => change(text, problem, 'employmnet', 'employment'),
  },
]
