import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { decode } from './mail'

export type Received = { from: string; to: string[]; head: string; text: string }
export type Sink = { received: Received[]; stop(): Promise<void> }

/** A mail server on this machine that keeps what it is given. @param port where it listens */
export async function startSink(port: number): Promise<Sink> {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'rolebook' }),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('latin1')
        const [head = ''] = raw.split('\r\n\r\n', 1)
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          head: head.replaceAll(/\r\n[ \t]+/g, ' '),
          text: decode(raw.slice(head.length)),
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return { received, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
