import { createSocket } from 'node:dgram'
import { decode, encode } from 'dns-packet'

/** What a stand-in answers for a name: TXT records of one or more strings each, no such name, or nothing at all. */
export type Zone = Record<string, string[][] | 'silent'>

/** A name server of one's own for TXT records, on UDP. @returns its address, and how to end it */
export async function startDns(zone: Zone): Promise<{ address: string; asked: string[]; stop(): void }> {
  const socket = createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (message, from) => {
    const { id, questions = [] } = decode(message)
    const name = questions[0]?.name.toLowerCase() ?? ''
    asked.push(name)
    const records = Object.hasOwn(zone, name) ? zone[name] : undefined
    if (records === 'silent') return
    const answer = encode({
      type: 'response',
      id,
      flags: records ? 0 : 3,
      questions,
      answers: (records ?? []).map((data) => ({ type: 'TXT' as const, name, ttl: 1, data })),
    })
    socket.send(answer, from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return { address: `127.0.0.1:${socket.address().port}`, asked, stop: () => socket.close() }
}
