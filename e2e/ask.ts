import { request as http, type IncomingHttpHeaders } from 'node:http'
import { request as https } from 'node:https'
import { url } from './people'

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }
type Options = { method?: string; headers?: Record<string, string>; body?: string; site?: string }

/** A request as it stands, without a client that tidies addresses or follows redirects; any certificate will do. */
export function ask(path: string, { method = 'GET', headers = {}, body, site = url }: Options = {}): Promise<Answer> {
  const { protocol, hostname, port } = new URL(site)
  const options = { hostname, port, path, method, headers, rejectUnauthorized: false }
  return new Promise((resolve, reject) => {
    const sent = (protocol === 'https:' ? https : http)(options, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
