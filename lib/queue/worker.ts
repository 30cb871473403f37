import 'server-only'
import { Logger, type Runner, run } from 'graphile-worker'
import { log } from '../log'
import { plainError } from '../mail/plain-error'
import { sendSealed } from '../mail/send'
import { sweep } from './sweep'

const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ event: 'queue', message: plainError(message) })
})

/**
 * Works off the queue: mails, and every minute what time has made due. Any number may run on any number of machines.
 * @param ownerUrl the store's owner, reached directly: a transaction pooler would lose the notifications
 */
export function startWorker(ownerUrl: string): Promise<Runner> {
  return run({
    connectionString: ownerUrl,
    concurrency: 3,
    pollInterval: 1000,
    noHandleSignals: true,
    logger,
    crontab: '* * * * * sweep ?max=3',
    taskList: {
      async mail(payload) {
        try {
          await sendSealed((payload as { sealed: string }).sealed)
        } catch (error) {
          const message = plainError(error instanceof Error ? error.message : String(error))
          log.error({ event: 'mail not sent', message })
          throw error
        }
      },
      sweep: async () => void (await sweep()),
    },
  })
}
