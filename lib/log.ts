import pino from 'pino'

/** The one log: JSON lines on standard error. Never given a token, a password or what somebody wrote. */
export const log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
  pino.destination({ dest: 2, sync: true }),
)
