import type { Values } from '@/lib/forms'

const TYPED = 'input:not([type=hidden], [type=checkbox], [type=radio]), textarea'

/** Puts values into a form's fields, as if they were typed. */
export function fillForm(form: HTMLFormElement, values: Values): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select')) {
    const value = values[field.name]
    if (value === undefined) continue
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = [value].flat().includes(field.value)
    else field.value = String(value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** Whether a text field holds something else than it was made with. */
export const isTypedIn = (form: HTMLFormElement, initial: Values): boolean =>
  [...form.querySelectorAll<HTMLInputElement>(TYPED)].some(({ name, value }) => value !== String(initial[name] ?? ''))
