'use client'

import { useActionState, useEffect, useRef } from 'react'
import type { Field, FormState } from '@/lib/forms'
import { Autosave, type Keeping } from '../jobs/autosave'
import { useAddress } from './address'
import { FieldInput } from './field'

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  fields: readonly Field[]
  initial: FormState
  hidden?: Record<string, string>
  submit: string
  /** A second button: its name is sent with the value `1`. */
  also?: { name: string; label: string }
  danger?: boolean
  /** Tells this form from another of the same action on the page. */
  part?: string
  /** Saves what is typed while it is typed. */
  keeping?: Keeping
}

/** What an answer says of a hidden field goes before what the page said: the id of a draft just made. */
const asText = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** The one form of the site: works without JavaScript, comes back filled, and says what is wrong and where. */
export function ActionForm({ action, fields, initial, hidden = {}, submit, also, danger, part, keeping }: Props) {
  const [state, send, pending] = useActionState(action, initial, useAddress(part))
  const summary = useRef<HTMLDivElement>(null)
  const wrong = fields.filter((field) => state.errors[field.name])
  const general = state.message ?? state.errors.form
  // biome-ignore lint/correctness/useExhaustiveDependencies: the summary is shown again with each answer
  useEffect(() => {
    if (summary.current) summary.current.focus()
  }, [state.at])
  return (
    <form action={send} className="form">
      {wrong.length > 0 || general ? (
        <div className="summary" role="alert" tabIndex={-1} ref={summary}>
          <strong>{general ?? 'Please look at this again'}</strong>
          {wrong.length > 0 ? (
            <ul>
              {wrong.map((field) => (
                <li key={field.name}>
                  <a href={`#${field.id ?? field.name}`}>{state.errors[field.name]}</a>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      {state.done ? (
        <p className="done" role="status">
          {state.done}
        </p>
      ) : null}
      {keeping ? <Autosave keeping={keeping} fields={fields} answer={state} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={asText(state.values[name]) ?? value} key={name} />
      ))}
      {fields.map((field) => (
        <div key={field.name}>
          {field.group ? <h2>{field.group}</h2> : null}
          <FieldInput
            field={field}
            value={state.values[field.name] ?? ''}
            error={state.errors[field.name]}
            understood={state.notes?.[field.name]}
          />
        </div>
      ))}
      <div className="buttons">
        <button className={danger ? 'btn danger' : 'btn'} type="submit" disabled={pending}>
          {submit}
        </button>
        {also ? (
          <button className="btn plain-btn" type="submit" name={also.name} value="1" disabled={pending}>
            {also.label}
          </button>
        ) : null}
      </div>
    </form>
  )
}
