import 'server-only'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Rule, rulesSchema } from './rules'

let kept: { at: number; rules: readonly Rule[] } | undefined

/**
 * The operator's table of posting rules, read again when the file has changed.
 * @throws Error naming the first thing wrong in it
 */
export function loadRules(): readonly Rule[] {
  const file = join(process.cwd(), 'data/posting-rules.yaml')
  const at = statSync(file).mtimeMs
  if (kept?.at === at) return kept.rules
  const parsed = rulesSchema.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Error(`data/posting-rules.yaml: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  kept = { at, rules: parsed.data.rules }
  return kept.rules
}
