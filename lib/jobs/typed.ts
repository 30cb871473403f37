import 'server-only'
import { readValues, type Values } from '../forms'
import { chooseRole } from '../roles/search'
import { pastedMarkdown } from '../text/pasted'
import { FIELD_NAMES, LIST_FIELDS } from './content'

/** What was typed in a posting's form, with the role that the typed name stands for. */
export async function readJob(data: FormData): Promise<Values> {
  const values = readValues(data, FIELD_NAMES, LIST_FIELDS)
  const chosen = await chooseRole(String(values.role ?? ''))
  const description = pastedMarkdown(String(values.description ?? ''))
  return { ...values, description, roleSlug: chosen?.slug ?? '' }
}
