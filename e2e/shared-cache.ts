import { type Answer, ask } from './ask'

const mayStore = ({ status, headers }: Answer) => {
  const told = String(headers['cache-control'] ?? '')
  if (headers['set-cookie'] || /no-store|private|no-cache/.test(told) || headers.vary === '*') return false
  // Without a word on it a cache may guess, for these.
  return /(s-maxage|max-age)=[1-9]/.test(told) || (told === '' && [200, 301, 308, 404, 410].includes(status))
}

/** How long a shared cache may show an answer at the very most, in seconds: fresh, then stale. For ever where it may guess. */
export function longestOf({ headers }: Answer): number {
  const told = String(headers['cache-control'] ?? '')
  if (told === '') return Number.POSITIVE_INFINITY
  const secondsOf = (name: string) => Number(new RegExp(`(?:^|[\\s,])${name}=(\\d+)`).exec(told)?.[1] ?? 0)
  const fresh = /s-maxage=/.test(told) ? secondsOf('s-maxage') : secondsOf('max-age')
  return fresh + Math.max(secondsOf('stale-while-revalidate'), secondsOf('stale-if-error'))
}

type Kept = { vary: string[]; headers: Record<string, string>; answer: Answer; until: number }

/** A small shared cache in front of the site that does what answers tell it, and as much as they let it. */
export function makeSharedCache() {
  const kept = new Map<string, Kept[]>()
  let now = 0
  const through = async (path: string, headers: Record<string, string> = {}): Promise<Answer & { hit: boolean }> => {
    const found = kept
      .get(path)
      ?.find(
        (entry) =>
          entry.until >= now && entry.vary.every((name) => (entry.headers[name] ?? '') === (headers[name] ?? '')),
      )
    if (found) return { ...found.answer, hit: true }
    const answer = await ask(path, { headers })
    if (mayStore(answer)) {
      const vary = String(answer.headers.vary ?? '')
        .toLowerCase()
        .split(/,\s*/)
        .filter(Boolean)
      const entry = { vary, headers, answer, until: now + longestOf(answer) }
      kept.set(path, [entry, ...(kept.get(path) ?? [])])
    }
    return { ...answer, hit: false }
  }
  /** Lets time pass for what is kept. */
  const pass = (seconds: number) => {
    now += seconds
  }
  return Object.assign(through, { pass })
}
