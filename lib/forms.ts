import type * as z from 'zod'
import type { Logo } from './companies/logo'
import { cleanLine, cleanText } from './text/clean'

/** What a form sends: each field once, or several times where it is a list of boxes. */
export type Values = Record<string, string | string[]>

/** What an action answers: the form as it was sent, what is wrong with it, or what has been done. */
export type FormState = {
  values: Values
  errors: Record<string, string>
  /** How what was typed is understood, by field. */
  notes?: Record<string, string[]>
  /** Said above the form. */
  message?: string
  /** Said when all went well. */
  done?: string
  /** Grows with each answer, so that the page can tell a new one. */
  at?: number
}

export const EMPTY_FORM: FormState = { values: {}, errors: {} }

/** One input of a form. `name` is also its key in values and errors. */
export type Field = {
  name: string
  /** Its id on the page, where another form there has a field of this name. */
  id?: string
  label: string
  kind?: 'text' | 'email' | 'url' | 'number' | 'date' | 'textarea' | 'markdown' | 'select' | 'radio' | 'boxes' | 'file'
  hint?: string
  required?: boolean
  options?: readonly (readonly [value: string, label: string])[]
  maxLength?: number
  rows?: number
  autoComplete?: string
  /** A heading put before this field. */
  group?: string
  short?: boolean
  /** A list of suggestions for a text input. */
  suggestions?: readonly string[]
  /** Of a file: the types to choose from, and the bytes it may have. */
  accept?: string
  mostBytes?: number
  /** A logo shown above the choices. */
  picture?: { logo: Logo; alt: string }
}

/**
 * The named fields of a form as text that is clean (`cleanText`); whatever else was sent is left out, files too.
 * @param lists names that may come several times
 */
export function readValues(data: FormData, names: readonly string[], lists: readonly string[] = []): Values {
  const texts = (name: string) =>
    data.getAll(name).flatMap((value) => (typeof value === 'string' ? [cleanText(value)] : []))
  return Object.fromEntries(names.map((name) => [name, lists.includes(name) ? texts(name) : (texts(name)[0] ?? '')]))
}

/**
 * What was typed into a search box, from the address of a page: one clean line.
 * @param most letters of it that count
 */
export const readQuery = (value: string | string[] | undefined, most: number): string =>
  cleanLine([...cleanLine([value ?? ''].flat()[0] ?? '')].slice(0, most).join(''))

/** The first thing wrong with each field. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
  return errors
}

export const failed = (values: Values, errors: Record<string, string>, message?: string): FormState => ({
  values,
  errors,
  at: Date.now(),
  ...(message ? { message } : {}),
})

/** Bytes that a form may send, as next.config.js says it to the framework. */
export const MOST_BYTES = 4 * 1024 * 1024

/** Said when the store does not answer: nothing was changed, nothing typed is lost. */
export const STORE_AWAY =
  'This could not be saved: our store does not answer. What you typed is still here; try again in a minute.'

/** Said of a file with too many bytes. */
export const tooLarge = (mostBytes: number): string => `At most ${Math.floor(mostBytes / 1024 / 1024)} MB.`

/** The file that a form sends in a field; null when none was chosen. */
export function readFile(data: FormData, name: string): File | null {
  const value = data.get(name)
  // Where no file is chosen, browsers send one without name and bytes.
  return value instanceof File && !(value.size === 0 && /^(blob|undefined)?$/.test(value.name)) ? value : null
}
