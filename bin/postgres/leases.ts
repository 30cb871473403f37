import type { Socket } from 'node:net'
import type { News } from './socket'

/** The connections of the apps that use the store. */
export class Leases {
  private sockets = new Set<Socket>()
  private line: string | null = null
  private closed = false
  private onChange = new Set<() => void>()

  add(socket: Socket): void {
    this.sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      this.sockets.delete(socket)
      this.changed()
    })
    // Unread input would hide that the other side has ended.
    socket.resume()
    if (this.line) socket.write(this.line)
    this.changed()
  }

  /** Tells those who hold a lease, and who will. */
  tell(news: News): void {
    this.line = `${JSON.stringify(news)}\n`
    for (const socket of this.sockets) socket.write(this.line)
  }

  /** What was told does not hold any longer. */
  forget(): void {
    this.line = null
  }

  /** Whether a lease is held now or is taken within `ms`. */
  heldWithin(ms: number): Promise<boolean> {
    return this.settle(() => this.sockets.size > 0, ms).then((held) => held && !this.closed)
  }

  /** Waits until no lease was held for `ms` on end, or all were refused. */
  async unheldFor(ms: number): Promise<void> {
    do await this.settle(() => this.sockets.size === 0)
    while (!this.closed && (await this.settle(() => this.sockets.size > 0, ms)) && !this.closed)
  }

  /** Takes and keeps no leases from now on. */
  close(): void {
    this.closed = true
    this.changed()
  }

  /** Tells the reason and ends every lease. */
  async end(news: News): Promise<void> {
    const line = `${JSON.stringify(news)}\n`
    const ends = [...this.sockets].map((socket) => new Promise<void>((resolve) => socket.end(line, resolve)))
    await Promise.race([Promise.all(ends), new Promise((resolve) => setTimeout(resolve, 500))])
  }

  private settle(test: () => boolean, ms?: number): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (answer: boolean) => {
        clearTimeout(timer)
        this.onChange.delete(check)
        resolve(answer)
      }
      const check = () => (this.closed || test()) && finish(true)
      const timer = ms === undefined ? undefined : setTimeout(finish, ms, false)
      this.onChange.add(check)
      check()
    })
  }

  private changed() {
    for (const check of [...this.onChange]) check()
  }
}
