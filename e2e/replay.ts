import { readFileSync } from 'node:fs'
import { url } from './people'

/** A file of the production build, read as JSON. */
export const built = (file: string) => JSON.parse(readFileSync(`.next/${file}`, 'utf8'))

type Entry = { exportedName?: string; workers: Record<string, unknown> }
export type Action = { id: string; name: string; page: string }

/** Every server action of the build, with a page that can run it. */
export const listActions = (): Action[] =>
  Object.entries(built('server/server-reference-manifest.json').node as Record<string, Entry>).map(([id, entry]) => ({
    id,
    name: entry.exportedName ?? '?',
    page: (Object.keys(entry.workers)[0] ?? '').replace(/^app(\/\(\w+\))?/, '').replace(/\/page$/, ''),
  }))

/** Actions of `useActionState`: they take the form's state before what was sent. */
const STATEFUL = new Set([
  'askForLink',
  'saveCompany',
  'saveDraft',
  'renewJob',
  'moveLastDay',
  'decide',
  'decideCompany',
  'answerEmployer',
  'inviteMember',
  'changeMember',
  'writeToReviewer',
  'checkDomain',
  'sendJobReport',
  'sendPageReport',
])
const STATE = '{"values":{},"errors":{}}'

export type Way = 'header' | 'fields'

/** Sends an action as the framework's script does, or as a form does without JavaScript. @param site whose server */
export function replay(
  action: Action,
  way: Way,
  path: string,
  fields: Record<string, string | Blob>,
  headers: Record<string, string>,
  site = url,
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(way === 'header' ? `_1_${name}` : name, value)
  const stateful = STATEFUL.has(action.name)
  if (way === 'header') body.append('0', stateful ? `[${STATE},"$K1"]` : '["$K1"]')
  else if (!stateful) body.append(`$ACTION_ID_${action.id}`, '')
  else {
    body.append('$ACTION_REF_7', '')
    body.append('$ACTION_7:0', JSON.stringify({ id: action.id, bound: '$@1' }))
    body.append('$ACTION_7:1', `[${STATE}]`)
  }
  return fetch(site + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { Origin: site, ...headers, ...(way === 'header' ? { 'Next-Action': action.id } : {}) },
  })
}
