/** What a reader may say is wrong with a job. */
export const JOB_REASONS = [
  ['scam', 'A scam, or it asks for money'],
  ['no-vacancy', 'Not a real vacancy'],
  ['misleading', 'Misleading'],
  ['discrimination', 'It shuts people out unlawfully'],
  ['other', 'Something else'],
] as const

/** What a reader may say is wrong with a page or a figure. */
export const PAGE_REASONS = [
  ['figure', 'A figure is wrong'],
  ['words', 'Something written is wrong'],
  ['outdated', 'It is out of date'],
  ['broken', 'The page does not work'],
  ['other', 'Something else'],
] as const

/** How a reviewer closes a report of a job. */
export const OUTCOMES = [
  ['dismissed', 'Nothing wrong'],
  ['removed', 'Job removed'],
  ['changed', 'Job changed'],
] as const

export type Outcome = (typeof OUTCOMES)[number][0]

export const isOutcome = (text: unknown): text is Outcome => OUTCOMES.some(([code]) => code === text)

/** Letters of a report. */
export const MOST_NOTE = 2000

/**
 * What is wrong with a report as it was sent.
 * @param noteNeeded whether a reason alone would not help
 */
export function checkReport(
  { reason, note }: { reason: string; note: string },
  reasons: readonly (readonly [string, string])[],
  noteNeeded: boolean,
): Record<string, string> {
  const errors: Record<string, string> = {}
  if (!reasons.some(([code]) => code === reason)) errors.reason = 'Choose what is wrong.'
  if (note.length > MOST_NOTE) errors.note = `Keep it to ${MOST_NOTE.toLocaleString('en-US')} characters.`
  else if (noteNeeded && note.trim() === '') errors.note = 'Say what is wrong, in a sentence or two.'
  return errors
}
