import { url } from './people'

/** A form as a browser without JavaScript would send it. */
export type PlainForm = { path: string; fields: [name: string, value: string][] }

const plainText = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll(/&#x27;|&#39;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : plainText(found)
}

/** The fields of a form as they stand. */
function fieldsOf(form: string): PlainForm['fields'] {
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): PlainForm['fields'] => {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')]
    if (!name || type === 'file' || (/^(radio|checkbox)$/.test(type ?? '') && !/\bchecked\b/.test(tag))) return []
    return [[name, attribute(tag, 'value') ?? '']]
  })
  const areas = [...form.matchAll(/<textarea\b([^>]*)>([^<]*)<\/textarea>/g)].map(
    ([, tag = '', text = '']): [string, string] => [attribute(tag, 'name') ?? '', plainText(text).replace(/^\n/, '')],
  )
  const selects = [...form.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].map(
    ([, tag = '', options = '']): [string, string] => {
      const chosen = /<option\b[^>]*\bselected\b[^>]*>/.exec(options) ?? /<option\b[^>]*>/.exec(options)
      return [attribute(tag, 'name') ?? '', attribute(chosen?.[0] ?? '', 'value') ?? '']
    },
  )
  return [...inputs, ...areas, ...selects]
}

/** The form of a page whose button has this label. @throws Error when there is none */
export function formIn(html: string, path: string, label: string): PlainForm {
  const forms = html.match(/<form\b.*?<\/form>/gs) ?? []
  const form = forms.find((text) => new RegExp(`<button[^>]*>${label}</button>`).test(text))
  if (!form) throw new Error(`${path} has no form with the button “${label}”`)
  return { path, fields: fieldsOf(form) }
}

/** Opens a page and finds a form in it. @param site whose server */
export async function openForm(path: string, label: string, headers: Record<string, string>, site = url) {
  const answer = await fetch(site + path, { headers })
  return formIn(await answer.text(), new URL(answer.url).pathname + new URL(answer.url).search, label)
}

/** Sends a form with what was typed into it. */
export function sendForm(form: PlainForm, typed: Record<string, string>, headers: Record<string, string>, site = url) {
  const body = new FormData()
  const kept = form.fields.filter(([name]) => !(name in typed))
  for (const [name, value] of [...kept, ...Object.entries(typed)]) body.append(name, value)
  return fetch(site + form.path, { method: 'POST', body, redirect: 'manual', headers: { Origin: site, ...headers } })
}

/** What stands in a field of a form. */
export const valueIn = ({ fields }: PlainForm, name: string): string | undefined =>
  fields.find(([key]) => key === name)?.[1]
