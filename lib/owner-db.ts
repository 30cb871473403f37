import { connect } from 'node:net'
import postgres, { type Sql } from 'postgres'

/**
 * One connection of the store's owner, for work that takes its time. Small writes are sent at once: with Nagle's
 * algorithm every COPY waits 40 ms for an acknowledgement that is held back.
 * @param url owner's address of the store
 */
export function connectOwner(url: string): Sql {
  const socket = ({ host, port }: { host: string[]; port: number[] }) =>
    new Promise((resolve, reject) => {
      const opened = connect({ host: host[0] ?? 'localhost', port: port[0] ?? 5432, noDelay: true }, () =>
        resolve(opened),
      )
      opened.once('error', reject)
    })
  const options = { max: 1, connect_timeout: 5, onnotice() {}, connection: { statement_timeout: 0 }, socket }
  return postgres(url, options)
}
