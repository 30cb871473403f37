import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { requireViewer } from '@/lib/users/viewer'
import { saveCompany } from '../actions'
import { profileFields } from '../fields'

export const metadata: Metadata = { title: 'Your company' }

export default async function NewCompanyPage() {
  await requireViewer('/employer/new')
  return (
    <div className="wrap narrow">
      <h1>Your company</h1>
      <p className="lede">
        Readers see this on its page and beside each of its jobs, once a reviewer has approved its first posting.
      </p>
      <ActionForm
        action={saveCompany}
        fields={profileFields()}
        initial={{ values: { timeZone: 'America/New_York' }, errors: {} }}
        submit="Go on"
      />
    </div>
  )
}
