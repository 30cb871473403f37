import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { requireMember } from '@/lib/companies/members'
import { saveCompany } from '../../actions'
import { profileFields } from '../../fields'

export const metadata: Metadata = { title: 'Company profile' }

export default async function ProfilePage({ params }: PageProps<'/employer/[company]/profile'>) {
  const { company } = await requireMember((await params).company, 'owner')
  const values = {
    name: company.name,
    site: company.site ?? '',
    about: company.about,
    industry: company.industry ?? '',
    size: company.size ?? '',
    places: company.places.join('\n'),
    timeZone: company.timeZone,
  }
  return (
    <div className="wrap narrow">
      <h1>Company profile</h1>
      <ActionForm
        action={saveCompany}
        fields={profileFields()}
        hidden={{ company: company.slug }}
        initial={{ values, errors: {} }}
        submit="Save"
      />
    </div>
  )
}
