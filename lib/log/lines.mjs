// The one way to the log, for the server, the queue and what is loaded before the framework.

/** How long the same trouble is counted before it is told again, in milliseconds. */
const WINDOW = 10_000
/** Kinds of trouble that are told one by one at once; what comes beside them is counted together. */
const MOST_KINDS = 40
const MOST_PATHS = 5

/**
 * @typedef {'info' | 'warn' | 'error'} Level
 * @typedef {Record<string, unknown>} About
 * @typedef {{ level: Level, about: About, times: number, paths: Set<string>, since: string }} Repeated
 */

// The framework bundles its parts apart: what repeats is counted in one place.
const kept = /** @type {{ rolebookLog?: { repeated: Map<string, Repeated>, timer?: NodeJS.Timeout } }} */ (globalThis)

/** @param {Level} level @param {About} about */
function write(level, about) {
  process.stderr.write(`${JSON.stringify({ level, time: new Date().toISOString(), ...about })}\n`)
}

function start() {
  kept.rolebookLog = { repeated: new Map() }
  process.on('exit', tellRepeated)
  return kept.rolebookLog
}

/** Tells what has come again since, and forgets what has not. */
export function tellRepeated() {
  const state = kept.rolebookLog
  if (!state) return
  clearTimeout(state.timer)
  state.timer = undefined
  const before = [...state.repeated]
  state.repeated.clear()
  for (const [key, { level, about, times, paths, since }] of before) {
    if (times === 0) continue
    const { path: _path, request: _request, stack: _stack, ...rest } = about
    write(level, { ...rest, ...(paths.size > 0 ? { paths: [...paths] } : {}), times, since })
    // It may go on: then it is counted from here, and not told as new.
    state.repeated.set(key, { level, about, times: 0, paths: new Set(), since: new Date().toISOString() })
  }
  if (state.repeated.size > 0) wait(state)
}

/** @param {{ timer?: NodeJS.Timeout }} state */
function wait(state) {
  state.timer ??= setTimeout(tellRepeated, WINDOW).unref()
}

/**
 * Writes one JSON line on standard error. Trouble that comes again within ten seconds is counted and told once, with
 * `times`, `since` and some of its paths: an outage under load would fill the disk. What only informs is never left out.
 * @param {Level} level
 * @param {About} about what happened; never a token, a link, a query's values or what somebody wrote
 */
export function writeLine(level, about) {
  if (level === 'info') return write(level, about)
  const state = kept.rolebookLog ?? start()
  const { event, reason, code, message } = about
  let key = JSON.stringify([level, event, reason, code, message])
  let kind = about
  if (!state.repeated.has(key) && state.repeated.size >= MOST_KINDS) {
    key = 'other'
    kind = { event: 'other trouble' }
  }
  const again = state.repeated.get(key)
  if (again) {
    again.times += 1
    if (again.paths.size < MOST_PATHS && typeof about.path === 'string') again.paths.add(about.path)
    return
  }
  state.repeated.set(key, { level, about: kind, times: 0, paths: new Set(), since: new Date().toISOString() })
  wait(state)
  write(level, about)
}
