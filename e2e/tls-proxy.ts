import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type TlsProxy = { url: string; lead(port: number): void; stop(): void }

/** A certificate for localhost that nobody has signed, made now. */
function makeCertificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rolebook-tls-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', cert]
  const says = ['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  execFileSync('openssl', ['req', '-x509', ...made, ...says], { stdio: 'ignore' })
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  rmSync(folder, { recursive: true })
  return pair
}

/**
 * The one proxy in front of a server: speaks https, says who asks and how, and passes on whatever else a client claims.
 * It is told where it leads once the server that needs its address has started.
 */
export async function startTlsProxy(): Promise<TlsProxy> {
  let port = 0
  const server = createServer(makeCertificate(), (asked, answer) => {
    const told = asked.headers['x-forwarded-for']
    const headers = {
      ...asked.headers,
      'x-forwarded-for': [...(told ? [told] : []), asked.socket.remoteAddress].join(', '),
      'x-forwarded-proto': 'https',
    }
    const inner = request({ port, path: asked.url, method: asked.method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
    })
    inner.on('error', () => answer.destroy())
    asked.pipe(inner)
  })
  server.listen(0)
  await once(server, 'listening')
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    lead(to) {
      port = to
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
