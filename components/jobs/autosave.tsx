'use client'

import { useEffect, useRef, useState } from 'react'
import type { Field, FormState } from '@/lib/forms'
import type { DeviceDraft } from '@/lib/jobs/device-drafts'
import { clock, type Own, startSaving } from './saver'

export type Keeping = Pick<Own, 'company' | 'user' | 'fresh'>
type Props = { keeping: Keeping; fields: readonly Field[]; answer: FormState }

/** Saves the form it stands in while it is being typed, says so, and offers what was left on this device. */
export function Autosave({ keeping, fields, answer }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const saver = useRef<ReturnType<typeof startSaving>>(undefined)
  const [status, setStatus] = useState('')
  const [found, setFound] = useState<(DeviceDraft & { older: boolean })[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: one saver as long as the form is there
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    // A browser that fills in what it remembers of an older visit would have it saved.
    form.autocomplete = 'off'
    const names = fields.map(({ name }) => name)
    const lists = fields.filter(({ kind }) => kind === 'boxes').map(({ name }) => name)
    const started = startSaving(form, { ...keeping, names, lists }, setStatus)
    saver.current = started
    const newer = started.newerPlace()
    if (newer) {
      started.stop()
      window.location.replace(newer)
      return
    }
    setFound(started.listFound().map((draft) => ({ ...draft, older: started.isOlder(draft) })))
    started.catchUp(answer.values)
    return () => started.stop()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is told once
  useEffect(() => saver.current?.answered(), [answer.at])
  const end = (draft: DeviceDraft) => setFound(found.filter(({ key }) => key !== draft.key))
  return (
    <div ref={place}>
      {found.map((draft) => (
        <div className="notice" key={draft.key}>
          <p>
            There is {draft.older ? 'an unsaved' : 'a newer'} version on this device from {clock(draft.at)}
            {draft.older ? '; the draft was saved again since' : ''}.
          </p>
          <div className="buttons">
            <button
              className="btn plain-btn"
              type="button"
              onClick={() => {
                saver.current?.use(draft)
                end(draft)
              }}
            >
              Use it
            </button>
            <button
              className="btn plain-btn"
              type="button"
              onClick={() => {
                saver.current?.discard(draft)
                end(draft)
              }}
            >
              Discard
            </button>
          </div>
        </div>
      ))}
      <p className="saving" role="status" aria-live="polite">
        {status}
      </p>
    </div>
  )
}
