import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { findOwnCompany } from '@/lib/companies/members'
import { isUuid } from '@/lib/is-uuid'
import { answersStranger, pathAsked } from '@/lib/users/answering'
import { goTo } from '@/lib/users/go'
import { requireViewer } from '@/lib/users/viewer'
import { saveCompany } from '../actions'
import { profileFields } from '../fields'

export const metadata: Metadata = { title: 'Your company' }

export default async function NewCompanyPage({ searchParams }: PageProps<'/employer/new'>) {
  const { company, next } = await searchParams
  const isStranger = await answersStranger()
  const fresh = typeof company === 'string' && isUuid(company) ? company : undefined
  if (!isStranger) {
    const viewer = await requireViewer('/employer/new')
    const own = fresh && (await pathAsked()) ? await findOwnCompany(fresh, viewer.id) : undefined
    if (own) goTo(`/employer/${own.slug}/profile`)
    if (!fresh && (await pathAsked())) goTo(`/employer/new?company=${randomUUID()}${next === 'job' ? '&next=job' : ''}`)
  }
  return (
    <div className="wrap narrow">
      <h1>Your company</h1>
      <p className="lede">
        Readers see this on its page and beside each of its jobs, once a reviewer has approved its first posting.
      </p>
      <ActionForm
        action={saveCompany}
        fields={profileFields()}
        hidden={{ fresh: fresh ?? randomUUID(), next: next === 'job' ? 'job' : '' }}
        initial={{ values: { timeZone: 'America/New_York' }, errors: {} }}
        submit="Go on"
      />
    </div>
  )
}
