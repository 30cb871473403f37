import type { FormState } from '@/lib/forms'
import { jobFields } from '@/lib/jobs/fields'
import { ActionForm } from '../forms/action-form'

type Props = {
  heading: string
  action: (state: FormState, data: FormData) => Promise<FormState>
  company: { id: string; slug: string }
  job?: { id: string; edition: number }
  /** Whether readers see it already: then its last day is not for this form. */
  shown?: boolean
  /** The form as it is first shown. */
  initial: FormState
  roles: readonly string[]
  /** Who writes, and the id that a new posting gets; left out where nobody is known. */
  keeping?: { user: string; fresh: string }
}

/** The form of a posting, new or not. */
export function JobForm({ heading, action, company, job, shown, initial, roles, keeping }: Props) {
  const fields = jobFields(roles).filter(({ name }) => !shown || name !== 'validThrough')
  return (
    <div className="wrap narrow">
      <h1>{heading}</h1>
      <p className="lede">
        {shown
          ? 'Readers see the old version until a reviewer has read the new one. Only words of a company that has verified its domain are shown at once, marked “changed, not yet read”; a new title, role, place, pay or way to apply waits always. The last day has a form of its own.'
          : 'Save a draft at any time. A person reads each posting before it goes live.'}
      </p>
      <ActionForm
        action={action}
        fields={fields}
        hidden={{
          company: company.id,
          fresh: keeping?.fresh ?? '',
          job: job?.id ?? '',
          edition: String(job?.edition ?? 0),
          sure: '',
          over: '',
        }}
        initial={initial}
        {...(keeping ? { keeping: { company, ...keeping } } : {})}
        submit={shown ? 'Save the changes' : 'Save draft'}
        also={{ name: 'send', label: shown ? 'Send the changes' : 'Send to review' }}
      />
    </div>
  )
}
