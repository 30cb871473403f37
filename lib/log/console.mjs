import { format, stripVTControlCharacters } from 'node:util'
import { writeLine } from './lines.mjs'
import { reasonOf } from './reason.mjs'

const LEVELS = /** @type {const} */ ({ log: 'info', info: 'info', debug: 'info', warn: 'warn', error: 'error' })
const FRAMES = 8

/**
 * An error for the log: its kind, reason and code, and where it came from. Its own message is left out where it holds a
 * query, and so is the head of its stack.
 * @param {any} error
 */
export function describeForLog(error) {
  const frames = String(error?.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  const stack = frames.slice(0, FRAMES).map((line) => line.trim())
  return {
    kind: error?.name,
    ...reasonOf(error),
    ...(error?.digest ? { digest: error.digest } : {}),
    ...(stack.length > 0 ? { stack } : {}),
  }
}

/** @param {unknown[]} words */
function describeWords(words) {
  const error = words.find((word) => word instanceof Error)
  const rest = words.filter((word) => word !== error && (typeof word !== 'string' || /\w/.test(word)))
  const message = rest.length > 0 ? plain(format(...rest)) : undefined
  return { ...(message ? { message } : {}), ...(error ? describeForLog(error) : {}) }
}

/** One line without colors; what follows a statement is left out. @param {string} text */
const plain = (text) =>
  stripVTControlCharacters(text)
    .replace(/Failed query:.*/s, 'Failed query')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .slice(0, 500)

/** The framework prints the error of a request, and reports it with the request a moment later: once is enough. */
const MOMENT = 10_000
/** How long the report may take while the server is busy, in milliseconds. */
const WAIT = 1000
// The framework bundles what reports apart from what is loaded before it.
const kept = /** @type {{ rolebookReported?: WeakMap<object, number> }} */ (globalThis)
const reported = () => {
  kept.rolebookReported ??= new WeakMap()
  return kept.rolebookReported
}
/** @param {object} error */
const wasReported = (error) => Date.now() - (reported().get(error) ?? 0) < MOMENT

/** @param {'info' | 'warn' | 'error'} level @param {unknown[]} words */
function print(level, words) {
  const about = describeWords(words)
  const [error] = words
  if (!(error instanceof Error && 'digest' in error)) {
    if (Object.keys(about).length > 0) writeLine(level, about)
    return
  }
  if (!wasReported(error)) setTimeout(() => wasReported(error) || writeLine(level, about), WAIT).unref()
}

/** Lets whatever the framework and its libraries print go through the log: one JSON line each. */
export function takeConsole() {
  for (const [method, level] of Object.entries(LEVELS)) {
    console[/** @type {'log'} */ (method)] = (...words) => print(level, words)
  }
  process.removeAllListeners('warning')
  process.on('warning', (warning) => writeLine('warn', { message: `${warning.name}: ${plain(warning.message)}` }))
}

/**
 * Tells of a request that failed.
 * @param {unknown} error
 * @param {Record<string, unknown>} request its path without the query, method and name
 */
export function logRequestError(error, request) {
  if (error instanceof Error) {
    if (wasReported(error)) return
    reported().set(error, Date.now())
  }
  writeLine('error', { ...request, ...describeForLog(error) })
}
