import type { ComponentProps } from 'react'
import { type Field, tooLarge } from '@/lib/forms'
import { LogoImage } from '../companies/logo-image'
import { MarkdownEditor } from '../jobs/markdown-editor'
import { useTyped } from './use-typed'

type Props = {
  field: Field
  value: string | string[]
  error: string | undefined
  /** How the value is understood. */
  understood?: readonly string[] | undefined
}

const asList = (value: string | string[]) => (Array.isArray(value) ? value : value === '' ? [] : [value])
const asText = (value: string | string[]) => (Array.isArray(value) ? value.join('\n') : value)

/** An input with its label, hint and error, joined for those who do not see them. */
export function FieldInput({ field, value, error, understood = [] }: Props) {
  const { name, label, hint, id = name } = field
  const describedBy =
    [hint ? `${id}-hint` : '', error ? `${id}-error` : '', understood.length > 0 ? `${id}-understood` : '']
      .filter(Boolean)
      .join(' ') || undefined
  const notes = (
    <>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="wrong" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
    </>
  )
  if (field.kind === 'radio' || field.kind === 'boxes') {
    const chosen = asList(value)
    return (
      <fieldset className="field" id={id} aria-describedby={describedBy}>
        <legend>{label}</legend>
        {notes}
        {field.picture ? <LogoImage {...field.picture} most={{ width: 200, height: 100 }} /> : null}
        <div className="choices">
          {(field.options ?? []).map(([option, text]) => (
            <label key={option}>
              <input
                type={field.kind === 'radio' ? 'radio' : 'checkbox'}
                name={name}
                value={option}
                defaultChecked={chosen.includes(option)}
              />{' '}
              {text}
            </label>
          ))}
        </div>
      </fieldset>
    )
  }
  return (
    <div className={field.short ? 'field short' : 'field'}>
      <label htmlFor={id} id={`${id}-label`}>
        {label}
        {field.required ? null : <span className="optional"> (optional)</span>}
      </label>
      {notes}
      <Control field={field} value={asText(value)} describedBy={describedBy} invalid={error !== undefined} />
      {understood.length > 0 ? (
        <div className="understood" id={`${id}-understood`}>
          How we read it:
          <ul>
            {understood.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

function TextArea({ defaultValue, ...rest }: ComponentProps<'textarea'> & { id: string; defaultValue: string }) {
  return <textarea {...rest} defaultValue={useTyped(rest.id, defaultValue)} />
}

type ControlProps = { field: Field; value: string; describedBy: string | undefined; invalid: boolean }

function Control({ field, value, describedBy, invalid }: ControlProps) {
  const { name, id = name, kind = 'text', maxLength, options, suggestions } = field
  const shared = { id, name, 'aria-describedby': describedBy, 'aria-invalid': invalid || undefined }
  if (kind === 'markdown') {
    return (
      <MarkdownEditor
        id={id}
        name={name}
        defaultValue={value}
        rows={field.rows ?? 12}
        invalid={invalid}
        {...(describedBy ? { describedBy } : {})}
      />
    )
  }
  if (kind === 'textarea') {
    return <TextArea {...shared} rows={field.rows ?? 5} maxLength={maxLength} defaultValue={value} />
  }
  if (kind === 'select') {
    return (
      <select {...shared} key={value} defaultValue={value}>
        {/* What was chosen stays chosen, also where its list is not known. */}
        {value === '' || options?.some(([option]) => option === value) ? null : (
          <option value={value}>As it was chosen</option>
        )}
        {(options ?? []).map(([option, text]) => (
          <option value={option} key={option}>
            {text}
          </option>
        ))}
      </select>
    )
  }
  if (kind === 'file') {
    // A file that is too large is told before anything is sent; the action says it again.
    const { mostBytes = Infinity } = field
    return (
      <input
        {...shared}
        type="file"
        accept={field.accept}
        onChange={({ target }) =>
          target.setCustomValidity((target.files?.[0]?.size ?? 0) > mostBytes ? tooLarge(mostBytes) : '')
        }
      />
    )
  }
  return (
    <>
      <input
        {...shared}
        type={kind === 'number' ? 'text' : kind}
        inputMode={kind === 'number' ? 'decimal' : undefined}
        maxLength={maxLength}
        defaultValue={value}
        autoComplete={field.autoComplete}
        list={suggestions ? `${id}-list` : undefined}
      />
      {suggestions ? (
        <datalist id={`${id}-list`}>
          {suggestions.map((text) => (
            <option value={text} key={text} />
          ))}
        </datalist>
      ) : null}
    </>
  )
}
