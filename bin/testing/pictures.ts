import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A small PNG that says to be of any size. */
export function declaredPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A picture with a mark and words, as an employer would have it. */
export const plainLogo = () =>
  sharp({ create: { width: 900, height: 300, channels: 4, background: '#00000000' } }).composite([
    { input: { create: { width: 260, height: 260, channels: 4, background: '#0f5fb8' } }, left: 20, top: 20 },
    { input: { create: { width: 560, height: 90, channels: 4, background: '#16181d' } }, left: 320, top: 105 },
  ])

/** A picture that no other company has: its address is made from its bytes. */
export const ownLogo = (): Promise<Buffer> =>
  plainLogo()
    .flatten({ background: `#${randomBytes(3).toString('hex')}` })
    .png()
    .toBuffer()

/** The same as a photograph that says where it was taken, and by whom. */
export const taggedPhoto = (background = '#fff'): Promise<Buffer> =>
  plainLogo()
    .flatten({ background })
    .withExif({
      IFD0: { Copyright: 'canary-person' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 44/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '104/1 59/1 0/1' },
    })
    .jpeg()
    .toBuffer()
