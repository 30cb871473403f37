'use server'

import { type FormState, failed, readValues } from '@/lib/forms'
import { reportJob } from '@/lib/reports/mutations'
import { checkReport, JOB_REASONS } from '@/lib/reports/reasons'
import { answerTo } from '@/lib/users/form-sender'
import { goTo } from '@/lib/users/go'

const NAMES = ['slug', 'reason', 'note', 'form'] as const

/** Takes a report of a job. The answer is the same whether or not readers can see the job. */
export async function sendJobReport(_state: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data, NAMES) as Record<(typeof NAMES)[number], string>
  const errors = checkReport(values, JOB_REASONS, false)
  if (Object.keys(errors).length > 0) return failed(values, errors)
  let isNew: boolean
  try {
    isNew = await reportJob(values.slug, values)
  } catch (error) {
    return answerTo(error, values).answer
  }
  return goTo(isNew ? '/report?sent=1' : '/report?sent=again')
}
