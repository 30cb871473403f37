import sharp from 'sharp'
import { expect, test } from 'vitest'
import { declaredPng, plainLogo, taggedPhoto } from '@/bin/testing/pictures'
import { makePicture, type Picture } from './picture'

async function made(bytes: Buffer): Promise<Picture> {
  const picture = await makePicture(bytes)
  if ('error' in picture) throw new Error(picture.error)
  return picture
}

const SCRIPT = '<html><script>pwned()</script></html>'
const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="pwned()"/>')

test('each format becomes one WebP within 400 × 200, its proportion kept (53)', async () => {
  for (const format of ['png', 'jpeg', 'webp', 'avif'] as const) {
    const picture = await made(await plainLogo()[format]().toBuffer())
    expect(picture).toMatchObject({ width: 400, height: 133 })
    expect(picture.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await sharp(picture.image).metadata()).toMatchObject({ format: 'webp', width: 400, height: 133 })
  }
})

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0f5fb8' } })
    .png()
    .toBuffer()

test.each([
  [112, 112, [112, 112]],
  [128, 120, [128, 120]],
  [1000, 1000, [200, 200]],
  [1000, 2000, [112, 224]],
  [1200, 150, [896, 112]],
  [1120, 112, [1120, 112]],
])('a logo of %i × %i is not made larger, and no side of it less than 112', async (width, height, kept) => {
  const picture = await made(await plain(width, height))
  expect([picture.width, picture.height]).toEqual(kept)
})

test.each([
  [111, 112],
  [112, 111],
  [64, 64],
  [400, 60],
  [1, 1],
])('a logo of %i × %i is refused with its size and the least', async (width, height) => {
  expect(await makePicture(await plain(width, height))).toEqual({
    error: `This picture is ${width} × ${height} pixels: too small. At least 112 × 112 are needed.`,
  })
})

test('a logo that is more than ten times as wide as high is refused', async () => {
  expect(await makePicture(await plain(1240, 112))).toEqual({
    error: 'This picture is 1240 × 112 pixels: too long. One side may be 10 times as long as the other.',
  })
})

test('where and by whom it was taken is gone, and it stands upright (53)', async () => {
  const photo = await taggedPhoto()
  expect((await sharp(photo).metadata()).exif?.length).toBeGreaterThan(100)
  const { image } = await made(photo)
  const { exif, xmp, iptc, icc, comments } = await sharp(image).metadata()
  expect({ exif, xmp, iptc, icc, comments }).toEqual({})
  expect(image.includes('canary-person')).toBe(false)
  const turned = await sharp({ create: { width: 600, height: 200, channels: 3, background: '#0f5fb8' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect(await made(turned)).toMatchObject({ width: 112, height: 336 })
})

test('a page hidden behind or within a PNG does not come through (47, 53)', async () => {
  const png = await plainLogo()
    .withExif({ IFD0: { ImageDescription: SCRIPT } })
    .png()
    .toBuffer()
  const { image } = await made(Buffer.concat([png, Buffer.from(SCRIPT)]))
  expect(image.includes('script')).toBe(false)
  expect(image.includes('<html')).toBe(false)
})

test('what is no picture of the four formats is refused, whatever its name (47)', async () => {
  const refused = {
    svg,
    html: Buffer.from(SCRIPT),
    gif: await plainLogo().gif().toBuffer(),
    tiff: await plainLogo().tiff().toBuffer(),
    pdf: Buffer.from('%PDF-1.7\n'),
    'svg behind the first bytes of a PNG': Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), svg]),
    'svg behind those of a JPEG': Buffer.concat([Buffer.from('ffd8ff', 'hex'), svg]),
    'a HEIC': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  }
  for (const [what, bytes] of Object.entries(refused))
    expect(await makePicture(bytes), what).toEqual({ error: expect.stringMatching(/^Give a picture as|^This picture/) })
})

test('nothing, too much, half of one, and a flood of pixels are refused with the reason (53)', async () => {
  expect(await makePicture(Buffer.alloc(0))).toEqual({ error: 'The file is empty.' })
  expect(await makePicture(Buffer.alloc(10 * 1024 * 1024, 0xff))).toEqual({ error: 'At most 2 MB.' })
  const whole = await taggedPhoto()
  expect(await makePicture(whole.subarray(0, Math.floor(whole.length / 2)))).toEqual({
    error: 'This picture is damaged or cannot be read.',
  })
  const before = process.memoryUsage().rss
  expect(await makePicture(declaredPng(50_000, 50_000))).toEqual({ error: 'At most 16 million pixels.' })
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
})
