import 'server-only'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { tooLarge } from '../forms'
import { MOST_BYTES } from './logo'

const MOST_PIXELS = 16_000_000
const WIDTH = 400
const HEIGHT = 200

// Of all that the library can read, four formats: a picture decides by its bytes which decoder it meets.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Png', 'Jpeg', 'Webp', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`),
})
sharp.cache(false)

const STARTS: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
  (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  (bytes) => bytes.toString('latin1', 4, 12) === 'ftypavif',
]

export type Picture = { hash: string; image: Buffer; width: number; height: number }

/**
 * Makes a logo anew from what was uploaded: its pixels alone, without metadata or anything hidden behind them, as WebP
 * of at most 400 × 200.
 * @param bytes a PNG, JPEG, WebP or AVIF, told by its first bytes and not by its name
 * @returns the picture, named by its hash, or what is wrong in words for whoever sent it
 */
export async function makePicture(bytes: Buffer): Promise<Picture | { error: string }> {
  if (bytes.length === 0) return { error: 'The file is empty.' }
  if (bytes.length > MOST_BYTES) return { error: tooLarge(MOST_BYTES) }
  if (!STARTS.some((starts) => starts(bytes))) return { error: 'Give a picture as PNG, JPEG, WebP or AVIF.' }
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: 5 })
      .autoOrient()
      .resize({ width: WIDTH, height: HEIGHT, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 90 })
      .toBuffer({ resolveWithObject: true })
    return {
      hash: createHash('sha256').update(data).digest('hex'),
      image: data,
      width: info.width,
      height: info.height,
    }
  } catch (error) {
    if (/pixel limit/.test(String(error))) return { error: 'At most 16 million pixels.' }
    return { error: 'This picture is damaged or cannot be read.' }
  }
}
