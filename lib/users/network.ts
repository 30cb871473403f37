import 'server-only'
import { headers } from 'next/headers'

/** The network somebody asks from: an IPv4 address, or the /64 of an IPv6 one. `bin/server-preload.mjs` sets the header. */
export async function networkOf(): Promise<string> {
  const address = (await headers()).get('x-forwarded-for') ?? ''
  const plain = address.replace(/^::ffff:/, '')
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}
