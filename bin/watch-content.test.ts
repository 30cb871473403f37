import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Built } from '@/lib/content/build'
import { copyProject } from './testing/project-copy'
import { watchContent } from './watch-content'

let copy: ReturnType<typeof copyProject>
let stop: () => void = () => {}
let said: string[] = []
const FILE = 'content/roles/paralegal.mdx'

const read = () => readFileSync(join(copy.root, FILE), 'utf8')
const write = (text: string) => writeFileSync(join(copy.root, FILE), text)
const built = () => JSON.parse(readFileSync(join(copy.root, '.content/write-ups.json'), 'utf8')) as Built
const summary = () => built().writeUps.find(({ slug }) => slug === 'paralegal')?.summary
/** Waits until the pages would show it, and tells how long the process worked for it, in milliseconds. */
async function within(check: () => void): Promise<number> {
  const before = process.cpuUsage()
  await vi.waitFor(check, { timeout: 20_000, interval: 10 })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

beforeEach(async () => {
  copy = copyProject()
  said = []
  stop = await watchContent(copy.root, (line) => void said.push(line))
})
afterEach(() => {
  stop()
  copy.remove()
})

it('has an edit ready for the pages within a second', async () => {
  write(read().replace(/^summary: .*$/m, 'summary: Prepares what lawyers need, and was edited just now.'))
  await within(() => expect(summary()).toContain('edited just now'))
  write(read().replace('edited just now', 'edited once more'))
  expect(await within(() => expect(summary()).toContain('edited once more'))).toBeLessThan(1000)
})

it('keeps the last good version of a bad file, tells where it is bad, and goes on when it is mended', async () => {
  const good = read()
  const count = built().writeUps.length
  write(good.replace('## A working day', '## A working day\n\n<Calout kind="note">x</Calout>'))
  await within(() => expect(built().problems).toHaveLength(1))
  const [problem] = built().problems
  const line = read().split('\n').indexOf('<Calout kind="note">x</Calout>') + 1
  expect(problem).toMatchObject({
    path: FILE,
    line,
    column: 1,
    code: 'unknown-component',
    text: '<Calout kind="note">x</Calout>',
  })
  expect(summary()).toBeDefined()
  expect(built().writeUps).toHaveLength(count)
  write(good)
  await within(() => expect(built().problems).toEqual([]))
})

it('survives a file that goes away, one that is no text, and one put in its place', async () => {
  renameSync(join(copy.root, FILE), join(copy.root, 'content/paralegal.away'))
  await within(() => expect(summary()).toBeUndefined())
  writeFileSync(join(copy.root, FILE), Buffer.from([0xff, 0xfe, 0x00, 0x80]))
  await within(() => expect(built().problems.length).toBeGreaterThan(0))
  renameSync(join(copy.root, 'content/paralegal.away'), join(copy.root, FILE))
  await within(() => expect(summary()).toBeDefined())
  expect(built().problems).toEqual([])
})
