type Told = { message?: string; code?: string; cause?: unknown; errors?: unknown[] }

/** An error that a library has wrapped, taken out: drizzle's own message holds the statement and its values. */
function innermost(error: unknown): Told {
  let told = (error ?? {}) as Told
  for (let depth = 0; depth < 5; depth += 1) {
    const inner = told.cause ?? (told.message ? undefined : told.errors?.[0])
    if (!inner || typeof inner !== 'object') break
    told = inner as Told
  }
  return told
}

/**
 * The store's own reason for an error, on one line and without the values that were asked with.
 * @returns `relation "job" does not exist (42P01)`
 */
export function describeStoreError(error: unknown): string {
  const { message = '', code } = innermost(error)
  // Class 22, "data exception", quotes the value that did not fit.
  const hidden = code?.startsWith('22') ? message.replaceAll(/"[^"]*"/g, '"…"') : message
  const [first = ''] = (hidden.startsWith('Failed query:') ? 'a query failed' : hidden).split('\n')
  if (!first) return code ?? 'no reason was given'
  return code && !first.includes(code) ? `${first} (${code})` : first
}
