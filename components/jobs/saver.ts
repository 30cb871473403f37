import { MOST_BYTES, readValues, type Values } from '@/lib/forms'
import { type DeviceDraft, deviceKey, keepOnDevice, listOnDevice, openShelf } from '@/lib/jobs/device-drafts'
import { tidyJob } from '@/lib/jobs/tidy'
import { fillForm, isTypedIn } from '../forms/fill-form'

/** Milliseconds after the last key: until the device has it, until it is sent, until a failure is tried again. */
const [KEEP_AFTER, SAVE_AFTER, AGAIN_AFTER] = [300, 2000, 30_000]
/** What a browser sends for a page that is being left. */
const MOST_LAST_BYTES = 60_000

export type Own = {
  company: { id: string; slug: string }
  /** Who types: what lies on the device is this person's alone. */
  user: string
  /** The id that a posting gets at its first save, where it is new. */
  fresh: string
  names: readonly string[]
  lists: readonly string[]
}

/**
 * What this page has saved of each posting while it was open. Going back in it brings back a form as it was first made:
 * one that is behind what is saved.
 */
const savedHere = new Map<string, { edition: number; sent: boolean }>()

type Outcome = 'saved' | 'refused' | 'unsent'

export const clock = (at: number) => new Date(at).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })

/**
 * Saves what is typed in a form while it is typed: on the device at once, in the store when the typing stops. What the
 * store has confirmed leaves the device.
 * @param say shows where what was typed is now
 */
export function startSaving(form: HTMLFormElement, own: Own, say: (status: string) => void) {
  const listeners = new AbortController()
  const shelf = openShelf()
  const hidden = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const typed = () => tidyJob(readValues(new FormData(form), own.names, own.lists))
  const asText = (values: Values) => JSON.stringify(own.names.map((name) => values[name] ?? ''))
  const address = `/employer/${own.company.slug}/jobs`
  const fromDevice = Math.random().toString(36).slice(2)
  let fresh = own.fresh
  const job = () => hidden('job').value || fresh
  const key = () => deviceKey(own.user, own.company.id, job(), fromDevice)

  let stored = asText(typed()) // what the store is known to hold
  let unsure = '' // what was sent, and never answered
  let sending: Promise<Outcome> | undefined
  let submitted: { text: string; edition: number; sent: boolean } | undefined
  let [halted, waiting, passing, kept] = [false, false, false, true]
  let [keepTimer, saveTimer]: (ReturnType<typeof setTimeout> | undefined)[] = []

  const isClean = () => asText(typed()) === stored
  /** Whether somebody has saved since what lies on the device was typed. */
  const isOlder = ({ edition }: DeviceDraft) => edition < Number(hidden('edition').value)
  function keep() {
    clearTimeout(keepTimer)
    if (isClean()) return
    const draft = { key: key(), job: job(), edition: Number(hidden('edition').value), at: Date.now(), values: typed() }
    kept = keepOnDevice(shelf, draft)
  }
  function sayUnsaved(why = '') {
    say(
      kept
        ? `Not saved: kept on this device. ${why}`.trim()
        : `Not saved, and this device has no room for it: leave this page open. ${why}`.trim(),
    )
  }
  function later(milliseconds: number) {
    clearTimeout(saveTimer)
    saveTimer = setTimeout(() => void save(), milliseconds)
  }
  function confirm(text: string, edition: number) {
    const isNew = hidden('job').value === ''
    hidden('job').value = job()
    hidden('edition').value = String(edition)
    stored = text
    unsure = ''
    savedHere.set(job(), { edition, sent: false })
    if (isClean()) {
      shelf.removeItem(key())
      say(`Saved ${clock(Date.now())}`)
    } else keep()
    // The address of what has become a draft, so that loading the page again finds it.
    if (isNew) window.history.replaceState(null, '', `${address}/${job()}/edit`)
  }

  async function save(last = false): Promise<Outcome> {
    clearTimeout(saveTimer)
    while (sending) {
      if (last) return 'unsent'
      await sending
    }
    if (halted || submitted) return 'refused'
    if (isClean()) return 'saved'
    keep()
    sending = send(last).finally(() => {
      sending = undefined
    })
    return sending
  }

  async function send(last: boolean): Promise<Outcome> {
    const text = asText(typed())
    const body = new FormData(form)
    body.set('job', job())
    body.set('by', own.user)
    const bytes = new TextEncoder().encode(text).length
    if (bytes * 1.05 > MOST_BYTES) {
      sayUnsaved('It is too long to save: 4 MB at most. Make it shorter.')
      return 'unsent'
    }
    const keepalive = last && bytes < MOST_LAST_BYTES
    const signal = AbortSignal.timeout(15_000)
    const answer = await fetch(`${address}/autosave`, { method: 'POST', body, keepalive, signal }).catch(
      () => undefined,
    )
    const about =
      answer?.ok || answer?.status === 409 || answer?.status === 422
        ? await answer.json().catch(() => undefined)
        : undefined
    if (answer?.ok && about) {
      confirm(text, about.edition)
      if (!isClean()) later(SAVE_AFTER)
      return 'saved'
    }
    if (answer?.status === 409 && about) {
      if (asText(about.values) !== (unsure || text)) {
        halted = true
        sayUnsaved('This draft was saved elsewhere since you opened it. Press “Save draft” to decide.')
        return 'refused'
      }
      confirm(unsure || text, about.edition)
      if (isClean()) return 'saved'
      return send(last)
    }
    if (answer?.status === 422) {
      sayUnsaved(about?.message)
      return 'refused'
    }
    if (!answer) unsure = text
    if (answer?.status === 410) halted = true
    else later(AGAIN_AFTER)
    sayUnsaved(answer?.status === 401 ? 'Sign in again in another tab.' : '')
    return answer ? 'refused' : 'unsent'
  }

  /** Whether the site can be reached at all: the framework shows an error in the form's place when it cannot. */
  async function reach(): Promise<Outcome> {
    if (!halted && !isClean()) return save()
    const answer = await fetch('/api/health', { cache: 'no-store' }).catch(() => undefined)
    if (!answer) sayUnsaved('The site cannot be reached.')
    return answer ? 'refused' : 'unsent'
  }

  const on = { signal: listeners.signal }
  form.addEventListener(
    'input',
    () => {
      clearTimeout(keepTimer)
      keepTimer = setTimeout(keep, KEEP_AFTER)
      if (!halted && !submitted) later(SAVE_AFTER)
    },
    on,
  )
  form.addEventListener(
    'submit',
    (event) => {
      if (passing) {
        passing = false
        const sent = (event.submitter as HTMLButtonElement | null)?.name === 'send'
        submitted = { text: asText(typed()), edition: Number(hidden('edition').value), sent }
        return
      }
      event.preventDefault()
      if (waiting) return
      waiting = true
      keep()
      void reach().then((outcome) => {
        waiting = false
        if (outcome === 'unsent') return
        passing = true
        form.requestSubmit(event.submitter as HTMLButtonElement | null)
      })
    },
    on,
  )
  const leave = () => {
    keep()
    if (!halted) void save(true)
  }
  window.addEventListener('pagehide', leave, on)
  window.addEventListener('online', () => void save(), on)
  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : void save()), on)
  window.addEventListener(
    'beforeunload',
    (event) => {
      keep()
      if (!kept && !isClean()) event.preventDefault()
    },
    on,
  )

  return {
    /** Where to go on where this form is behind what was saved: the draft as it is now, or the posting that was sent. */
    newerPlace(): string | undefined {
      const saved = savedHere.get(job())
      if (!saved || saved.edition <= Number(hidden('edition').value)) return undefined
      return saved.sent ? `${address}/${job()}` : `${address}/${job()}/edit`
    },
    /** What lies on the device for this form and differs from it; what does not differ is saved, and goes. */
    listFound(): DeviceDraft[] {
      const all = listOnDevice(shelf, own.user, own.company.id, hidden('job').value || undefined, Date.now())
      const same = all.filter(({ values }) => asText(values) === stored)
      for (const draft of same) shelf.removeItem(draft.key)
      return all.filter((draft) => !same.includes(draft))
    },
    isOlder,
    /** Takes what lies on the device into the form. What was saved since is kept beside when the button is pressed. */
    use(draft: DeviceDraft) {
      const older = isOlder(draft)
      shelf.removeItem(key())
      fillForm(form, draft.values)
      if (hidden('job').value === '') [fresh, unsure] = [draft.job, asText(draft.values)]
      shelf.removeItem(draft.key)
      keep()
      if (!older) return later(0)
      halted = true
      clearTimeout(saveTimer)
      hidden('over').value = '1'
      sayUnsaved('Press “Save draft” to put it in the place of what was saved since; both are kept.')
    },
    discard: (draft: DeviceDraft) => shelf.removeItem(draft.key),
    /** Typed before this ran. */
    catchUp(initial: Values) {
      if (!isTypedIn(form, initial)) return
      stored = ''
      later(SAVE_AFTER)
    },
    /** The form's own button was answered: the form is still here, saved or not. */
    answered() {
      if (!submitted) return
      const edition = Number(hidden('edition').value)
      halted = hidden('over').value === '1'
      if (!halted && edition > submitted.edition) stored = submitted.text
      submitted = undefined
      if (isClean()) {
        shelf.removeItem(key())
        return say('')
      }
      if (!halted) later(AGAIN_AFTER)
      sayUnsaved()
    },
    stop() {
      listeners.abort()
      clearTimeout(keepTimer)
      clearTimeout(saveTimer)
      // The posting's page has come in the form's place: the button has saved it.
      if (!submitted || window.location.pathname !== `${address}/${job()}`) return
      shelf.removeItem(key())
      savedHere.set(job(), { edition: Number.POSITIVE_INFINITY, sent: submitted.sent })
    },
  }
}
