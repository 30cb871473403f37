import 'server-only'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { tooLarge } from '../forms'
import { MOST_BYTES } from './logo'

const MOST_PIXELS = 16_000_000
const WIDTH = 400
const HEIGHT = 200
/** Pixels that each side must have: below that, search engines show no logo. */
const LEAST_SIDE = 112
/** How many times as long as the other one side may be. */
const MOST_RATIO = 10

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

type Size = { width: number; height: number }

/** Why a picture of this size, in pixels, is no logo. */
function wrongSize({ width, height }: Size): string | undefined {
  const is = `This picture is ${width} × ${height} pixels`
  if (width < LEAST_SIDE || height < LEAST_SIDE)
    return `${is}: too small. At least ${LEAST_SIDE} × ${LEAST_SIDE} are needed.`
  if (Math.max(width / height, height / width) > MOST_RATIO)
    return `${is}: too long. One side may be ${MOST_RATIO} times as long as the other.`
  return undefined
}

/** The box it is kept within: one that leaves a long picture's short side large enough too. */
function keptSize({ width, height }: Size): Size {
  const scale = Math.max(Math.min(WIDTH / width, HEIGHT / height), LEAST_SIDE / Math.min(width, height))
  const whole = (side: number) => Math.ceil(Number((side * scale).toFixed(3)))
  return { width: whole(width), height: whole(height) }
}

export type Picture = { hash: string; image: Buffer; width: number; height: number }

/**
 * Makes a logo anew from what was uploaded: its pixels alone, without metadata or anything hidden behind them, as WebP
 * of at most 400 × 200, or larger as far as a long one needs it for its short side of 112.
 * @param bytes a PNG, JPEG, WebP or AVIF, told by its first bytes and not by its name
 * @returns the picture, named by its hash, or what is wrong in words for whoever sent it
 */
export async function makePicture(bytes: Buffer): Promise<Picture | { error: string }> {
  if (bytes.length === 0) return { error: 'The file is empty.' }
  if (bytes.length > MOST_BYTES) return { error: tooLarge(MOST_BYTES) }
  if (!STARTS.some((starts) => starts(bytes))) return { error: 'Give a picture as PNG, JPEG, WebP or AVIF.' }
  try {
    const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const
    const { autoOrient } = await sharp(bytes, options).metadata()
    const wrong = wrongSize(autoOrient)
    if (wrong) return { error: wrong }
    const { data, info } = await sharp(bytes, options)
      .timeout({ seconds: 5 })
      .autoOrient()
      .resize({ ...keptSize(autoOrient), fit: 'inside', withoutEnlargement: true })
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
