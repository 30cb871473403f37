import { writeLine } from './log/lines.mjs'

type About = Record<string, string | number | boolean | undefined>

/** The one log: JSON lines on standard error. Never given a token, a password or what somebody wrote. */
export const log = {
  info: (about: About) => writeLine('info', about),
  warn: (about: About) => writeLine('warn', about),
  error: (about: About) => writeLine('error', about),
}
