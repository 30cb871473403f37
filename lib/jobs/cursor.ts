export type Cursor = { at: string; id: string }

const FORM = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,6}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Where a page of open jobs ended, as its link says it. @returns undefined for what is no such place */
export function readCursor(text: string): Cursor | undefined {
  const [, second = '', fraction = '', id = ''] = FORM.exec(text) ?? []
  // A day or hour that does not exist would be the store's to refuse.
  const at = Date.parse(`${second}Z`)
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(second) || second < '2000') return undefined
  return { at: second + fraction, id }
}

/** The same place, as a link says it. */
export const writeCursor = ({ at, id }: Cursor): string => `${at}_${id}`
