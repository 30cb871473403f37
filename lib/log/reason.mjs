/**
 * An error that a library has wrapped, taken out: drizzle's own message holds the statement and its values.
 * @param {any} error
 * @returns {{ message?: string, code?: unknown, name?: string }}
 */
function innermost(error) {
  let told = error ?? {}
  for (let depth = 0; depth < 5; depth += 1) {
    const inner = told.cause ?? (told.message ? undefined : told.errors?.[0])
    if (!inner || typeof inner !== 'object') break
    told = inner
  }
  return told
}

/** @param {unknown} code */
const isCode = (code) => typeof code === 'string' && /^[A-Z0-9_]{3,40}$/.test(code)

/**
 * The reason of an error, on one line and without the values that the store was asked with.
 * @param {unknown} error
 * @returns {{ reason: string, code?: string }} the code is Postgres's or the system's
 */
export function reasonOf(error) {
  const { message = '', code } = innermost(error)
  // Class 22, "data exception", quotes the value that did not fit.
  const hidden = isCode(code) && String(code).startsWith('22') ? message.replaceAll(/"[^"]*"/g, '"…"') : message
  const [first = ''] = (hidden.startsWith('Failed query:') ? 'a query failed' : hidden).split('\n')
  return { reason: first.slice(0, 300), ...(isCode(code) ? { code: String(code) } : {}) }
}

/**
 * The same as words: `relation "job" does not exist (42P01)`.
 * @param {unknown} error
 */
export function describeError(error) {
  const { reason, code } = reasonOf(error)
  if (!reason) return code ?? 'no reason was given'
  return code && !reason.includes(code) ? `${reason} (${code})` : reason
}
