import { listCompaniesOf } from '@/lib/companies/members'
import { goTo } from '@/lib/users/go'
import { requireViewer } from '@/lib/users/viewer'

/** Where “Post a job” leads: to the form of one's company, by way of signing in and making one. */
export default async function PostJobPage() {
  const viewer = await requireViewer('/employer/jobs/new')
  const [first, ...others] = await listCompaniesOf(viewer.id)
  if (!first) return goTo('/employer/new')
  return goTo(others.length > 0 ? '/employer' : `/employer/${first.slug}/jobs/new`)
}
