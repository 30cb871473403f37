import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import { curlQuotes } from '../curl-quotes'
import { isDay } from './calendar'
import type { Code } from './codes'
import { didYouMean } from './did-you-mean'
import type { At } from './types'

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date such as 2027-11-01', abort: true })
  .refine(isDay, 'is no day of the calendar')
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')

const words = z
  .string()
  .min(1)
  .transform((text) => curlQuotes(text))

const source = z.strictObject({
  id: slug,
  title: words,
  publisher: words.optional(),
  url: z.url({ protocol: /^https$/, error: 'must be an https address' }),
  accessed: date,
})

const licence = z.strictObject({
  name: words,
  requiredBy: words,
  where: z.enum(['every state', 'most states', 'some states', 'federal']).optional(),
  source: slug,
})

const schema = z.strictObject({
  title: words,
  slug,
  role: slug,
  status: z.enum(['draft', 'review', 'published']),
  summary: words.pipe(z.string().min(20).max(160, 'must have at most 160 characters')),
  authors: z.array(z.string().min(1)).min(1),
  reviewers: z.array(z.string().min(1)),
  reviewed: date.optional(),
  nextReview: date,
  sources: z.array(source),
  licences: z.array(licence).min(1, 'must not be empty: leave the key out').optional(),
})

export type FrontMatter = z.infer<typeof schema>

type Report = (line: number, column: number, code: Code, message: string, hint?: string) => void

/** The keys that may stand where an unknown one was found. */
const keysAt = ([part]: readonly string[]): string[] =>
  Object.keys((part === 'sources' ? source : part === 'licences' ? licence : schema).shape)

/**
 * Reads a file's front matter.
 * @param text YAML between the fences
 * @param firstLine the line of the file on which it starts
 * @returns undefined when something was reported
 */
export function readFrontMatter(
  text: string,
  firstLine: number,
  report: Report,
): { matter: FrontMatter; where(...path: (string | number)[]): At } | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' })
  const at = (offset: number): [number, number] => {
    const { line, col } = lines.linePos(offset)
    return [line + firstLine - 1, col]
  }
  for (const error of document.errors)
    report(...at(error.pos[0]), 'front-matter-yaml', error.message.split('\n')[0] ?? 'is no YAML')
  if (document.errors.length > 0) return undefined
  let data: unknown
  try {
    data = document.toJS() ?? {}
  } catch (error) {
    report(firstLine, 1, 'front-matter-yaml', error instanceof Error ? error.message : 'is no YAML')
    return undefined
  }
  const parsed = schema.safeParse(data)
  const where = (...path: (string | number)[]): At => {
    const place = placeOf(document.contents, path.map(String))
    const [line, column] = place === undefined ? [firstLine, 1] : at(place)
    return { line, column }
  }
  if (parsed.success) return { matter: parsed.data, where }
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String)
    const key = issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : ''
    const { line, column } = where(...path, ...(key ? [key] : []))
    if (key) report(line, column, 'front-matter-key', `unknown key "${key}"`, didYouMean(key, keysAt(path)))
    else if (document.getIn(path) === undefined)
      report(line, column, 'front-matter-missing', `"${path.join('.')}" is missing`)
    else report(line, column, 'front-matter-value', `"${path.join('.')}" ${issue.message}`)
  }
  return undefined
}

/** Where the deepest part of a path that is there begins. */
function placeOf(node: unknown, path: readonly string[]): number | undefined {
  let place: number | undefined
  let current: unknown = node
  for (const part of path) {
    if (isMap(current)) {
      const pair = current.items.find((item) => isScalar(item.key) && String(item.key.value) === part)
      if (!pair) return place
      if (isScalar(pair.key)) place = pair.key.range?.[0]
      current = pair.value
    } else {
      const items = (current as { items?: { range?: [number, number, number] }[] } | null)?.items
      const item = items?.[Number(part)]
      if (!item) return place
      place = item.range?.[0] ?? place
      current = item
    }
  }
  return place
}
