import 'server-only'
import { readValues, type Values } from '../forms'
import { searchRoles } from '../roles/search'
import { FIELD_NAMES, LIST_FIELDS } from './content'

/** What was typed in a posting's form, with the role that the typed name stands for. */
export async function readJob(data: FormData): Promise<Values> {
  const values = readValues(data, FIELD_NAMES, LIST_FIELDS)
  const found = await searchRoles(String(values.role ?? ''))
  const exact = found.filter(({ how }) => how === 'exact')
  return { ...values, roleSlug: exact.length === 1 ? (exact[0]?.slug ?? '') : '' }
}
