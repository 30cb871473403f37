import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Code } from './codes'
import type { Found, Problem } from './types'

const FOLDER = 'public/content'
const LARGEST = 300 * 1024

/** Holds what a write-up says of its pictures against the files. */
export async function checkPictures(root: string, path: string, images: Found['images']): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { line, column, name, width, height } of images) {
    const tell = (code: Code, message: string, hint: string) =>
      void problems.push({ path, line, column, code, message, hint, severity: 'error' })
    const file = join(root, FOLDER, name)
    if (!existsSync(file)) {
      tell('image-missing', `there is no picture ${FOLDER}/${name}`, 'put the file there')
      continue
    }
    const size = statSync(file).size
    if (size > LARGEST)
      tell('image-large', `${name} has ${Math.ceil(size / 1024)} KB`, `make it ${LARGEST / 1024} KB or less`)
    const { default: sharp } = await import('sharp')
    const real = await sharp(file)
      .metadata()
      .catch(() => undefined)
    const format = name.endsWith('.jpg') ? 'jpeg' : name.split('.')[1]
    if (!real || real.format !== format) tell('image-size', `${name} is no ${format} picture`, 'save it in that format')
    else if (String(real.width) !== width || String(real.height) !== height)
      tell(
        'image-size',
        `${name} is ${real.width} by ${real.height} pixels`,
        `write width="${real.width}" height="${real.height}"`,
      )
  }
  return problems
}
