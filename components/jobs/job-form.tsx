import type { FormState, Values } from '@/lib/forms'
import { jobFields } from '@/lib/jobs/fields'
import { ActionForm } from '../forms/action-form'

type Props = {
  heading: string
  action: (state: FormState, data: FormData) => Promise<FormState>
  company: string
  job?: { id: string; edition: number }
  values: Values
  roles: readonly string[]
  /** Who writes, and the id that a new posting gets; left out where nobody is known. */
  keeping?: { user: string; fresh: string }
}

/** The form of a posting, new or not. One shape in every case, so that an answer without JavaScript finds its form again. */
export function JobForm({ heading, action, company, job, values, roles, keeping }: Props) {
  return (
    <div className="wrap narrow">
      <h1>{heading}</h1>
      <p className="lede">Save a draft at any time. A person reads each posting before it goes live.</p>
      <ActionForm
        action={action}
        fields={jobFields(roles)}
        hidden={{ company, job: job?.id ?? '', edition: String(job?.edition ?? 0), sure: '', over: '' }}
        initial={{ values, errors: {} }}
        submit="Save draft"
        {...(keeping ? { keeping: { company, ...keeping } } : {})}
        also={{ name: 'send', label: 'Send to review' }}
      />
    </div>
  )
}
