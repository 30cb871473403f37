import { connect, createServer, type Socket } from 'node:net'

export type StoreGate = { url: string; shut(): void; open(): void; close(): Promise<void> }

/** A way to the store that can be shut, for a server of one's own: the store goes away and comes back. */
export async function openStoreGate(storeUrl: string): Promise<StoreGate> {
  const to = new URL(storeUrl)
  const sockets = new Set<Socket>()
  let isOpen = true
  const server = createServer((socket) => {
    if (!isOpen) return void socket.destroy()
    const store = connect(Number(to.port), to.hostname)
    for (const [one, other] of [
      [socket, store],
      [store, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  if (!at || typeof at !== 'object') throw new Error('no port')
  const own = new URL(storeUrl)
  own.hostname = '127.0.0.1'
  own.port = String(at.port)
  const shut = () => {
    isOpen = false
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: own.href,
    shut,
    open() {
      isOpen = true
    },
    close: () => {
      shut()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
