'use server'

import { type FormState, failed, readValues, STORE_AWAY } from '@/lib/forms'
import { reportJob } from '@/lib/reports/mutations'
import { checkReport, JOB_REASONS } from '@/lib/reports/reasons'
import { goTo } from '@/lib/users/go'

/** Takes a report of a job. The answer is the same whether or not it was kept. */
export async function sendJobReport(_state: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data, ['slug', 'reason', 'note']) as Record<'slug' | 'reason' | 'note', string>
  const errors = checkReport(values, JOB_REASONS, false)
  if (Object.keys(errors).length > 0) return failed(values, errors)
  try {
    await reportJob(values.slug, values)
  } catch {
    return failed(values, {}, STORE_AWAY)
  }
  return goTo('/report?sent=1')
}
