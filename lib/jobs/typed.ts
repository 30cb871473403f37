import 'server-only'
import { readValues, type Values } from '../forms'
import { chooseRole } from '../roles/search'
import { FIELD_NAMES, LIST_FIELDS } from './content'
import { tidyJob } from './tidy'

/** What was typed in a posting's form, with the role that the typed name stands for. */
export async function readJob(data: FormData): Promise<Values> {
  const values = tidyJob(readValues(data, FIELD_NAMES, LIST_FIELDS))
  const chosen = await chooseRole(String(values.role ?? ''))
  return { ...values, roleSlug: chosen?.slug ?? '' }
}
