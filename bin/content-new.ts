import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeStartFile } from '@/lib/content/start-file'
import { root } from './steps.mjs'

const [slug] = process.argv.slice(2)

try {
  if (!slug) throw new Error('npm run content:new <role>: name a role by its address, such as dental-hygienist.')
  const path = `content/roles/${slug}.mdx`
  const file = join(root, path)
  const text = await makeStartFile(root, slug, new Date().toISOString().slice(0, 10))
  if (existsSync(file)) throw new Error(`${path} is there already; nothing was written.`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text, { flag: 'wx' })
  console.log(`${path} is made. Replace every line that begins with ???; npm run content:check tells what is left.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
