import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

export type Fetched = { status: number; body: Buffer }

/** A GET whose body stays as it came over the wire. */
export function fetchRaw(url: string, gzip: boolean, more: Record<string, string> = {}): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const headers = { ...more, ...(gzip ? { 'accept-encoding': 'gzip' } : {}) }
    const sent = request(url, { agent, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }))
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** A text and its size on the wire without compression. */
export async function bytesOf(url: string): Promise<{ text: string; size: number }> {
  const { body } = await fetchRaw(url, false)
  return { text: body.toString('utf8'), size: body.length }
}

/** The middle of the values; of an even number the lower one. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
}
