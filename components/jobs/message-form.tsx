import { EMPTY_FORM, type FormState } from '@/lib/forms'
import { MOST_MESSAGE } from '@/lib/jobs/lengths'
import { ActionForm } from '../forms/action-form'

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  label: string
  hidden: Record<string, string>
}

/** Where reviewer and employer write to each other. */
export function MessageForm({ action, label, hidden }: Props) {
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      initial={EMPTY_FORM}
      submit="Send"
      fields={[{ name: 'message', label, kind: 'textarea', rows: 3, maxLength: MOST_MESSAGE, required: true }]}
    />
  )
}
