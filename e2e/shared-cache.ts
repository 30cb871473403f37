import { type Answer, ask } from './ask'

const mayStore = ({ status, headers }: Answer) => {
  const told = String(headers['cache-control'] ?? '')
  if (headers['set-cookie'] || /no-store|private|no-cache/.test(told) || headers.vary === '*') return false
  // Without a word on it a cache may guess, for these.
  return /(s-maxage|max-age)=[1-9]/.test(told) || (told === '' && [200, 301, 308, 404, 410].includes(status))
}

/** A small shared cache in front of the site that does what answers tell it, and as much as they let it. */
export function makeSharedCache() {
  const kept = new Map<string, { vary: string[]; headers: Record<string, string>; answer: Answer }[]>()
  return async (path: string, headers: Record<string, string> = {}): Promise<Answer & { hit: boolean }> => {
    const found = kept
      .get(path)
      ?.find((entry) => entry.vary.every((name) => (entry.headers[name] ?? '') === (headers[name] ?? '')))
    if (found) return { ...found.answer, hit: true }
    const answer = await ask(path, { headers })
    if (mayStore(answer)) {
      const vary = String(answer.headers.vary ?? '')
        .toLowerCase()
        .split(/,\s*/)
        .filter(Boolean)
      kept.set(path, [...(kept.get(path) ?? []), { vary, headers, answer }])
    }
    return { ...answer, hit: false }
  }
}
