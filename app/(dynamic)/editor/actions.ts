'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { closeSubjectReport } from '@/lib/reports/mutations'
import { requireEditor } from '@/lib/users/viewer'

/** Closes a reader's report of a page or a figure. */
export async function closePageReport(data: FormData): Promise<void> {
  const viewer = await requireEditor()
  const id = String(data.get('report'))
  if (!/^\d{1,15}$/.test(id)) notFound()
  await closeSubjectReport(Number(id), viewer.id)
  refresh()
}
