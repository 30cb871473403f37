'use server'

import { notFound } from 'next/navigation'
import { type FormState, failed, readValues, STORE_AWAY } from '@/lib/forms'
import { reportSubject } from '@/lib/reports/mutations'
import { checkReport, PAGE_REASONS } from '@/lib/reports/reasons'
import { readSubject } from '@/lib/reports/subject'
import { answerTo } from '@/lib/users/form-sender'
import { goTo } from '@/lib/users/go'

const NAMES = ['page', 'figure', 'reason', 'note', 'form'] as const

/** Takes a report of a page or a figure. */
export async function sendPageReport(_state: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data, NAMES) as Record<(typeof NAMES)[number], string>
  const errors = checkReport(values, PAGE_REASONS, true)
  if (Object.keys(errors).length > 0) return failed(values, errors)
  const about = await readSubject(values).catch(() => null)
  if (about === null) return failed(values, {}, STORE_AWAY)
  if (!about) notFound()
  let isNew: boolean
  try {
    isNew = await reportSubject(about, values)
  } catch (error) {
    return answerTo(error, values).answer
  }
  return goTo(isNew ? '/report?sent=1' : '/report?sent=again')
}
