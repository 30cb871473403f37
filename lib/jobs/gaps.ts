import 'server-only'
import type { FormState, Values } from '../forms'
import { checkingDay, parseContent } from './content'
import { lawGaps } from './law-gaps'
import { todayOf } from './own-queries'
import { roleContext } from './page'
import { payDoubt, payKey } from './pay-doubt'
import type { Posting } from './posting'

export const TO_MEND = 'Saved as a draft. To send it to review, mend this:'
/** What to ask about pay that is likely a slip. */
const doubtOf = async (posting: Posting): Promise<string | undefined> =>
  payDoubt(posting, (await roleContext(posting))?.pay)

/**
 * The form of a posting as it answers “Send to review”: filled, with all that is missing, field by field: in the form, in
 * place and pay, by law. What may be a slip of the keys is asked about as soon as every field can be read.
 * @param values as typed; `sure` is the pay that was asked about before
 * @param shownVersion null for a posting that readers do not see yet
 * @returns undefined when nothing keeps it from being sent
 */
export async function formToSend(
  values: Values,
  companyId: string,
  shownVersion: number | null,
): Promise<FormState | undefined> {
  const today = await todayOf(companyId, values)
  const { content, errors } = parseContent(values, checkingDay(values, shownVersion, today))
  const doubt = content && values.sure !== payKey(values) ? await doubtOf(content) : undefined
  if (doubt)
    return {
      values: { ...values, sure: payKey(values) },
      errors: { payMin: doubt },
      message: 'Saved as a draft. Are you sure?',
    }
  const gaps = { ...lawGaps(values, today), ...errors }
  return Object.keys(gaps).length > 0 ? { values, errors: gaps, message: TO_MEND } : undefined
}
