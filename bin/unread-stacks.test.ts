import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareVersions, parseVersion } from './check/versions'
import { root } from './steps.mjs'

const inRoot = (path: string) => readFileSync(join(root, path), 'utf8')

test('bin/unread-stacks.mjs is still needed; if this fails, take it out and run FULL=1 e2e/memory.spec.ts on the oldest Node', () => {
  const oldest = JSON.parse(inRoot('package.json')).engines.node.replace('>=', '')
  const nodeKeeps = compareVersions(parseVersion(oldest), parseVersion('24.20.0')) < 0
  const react = 'node_modules/next/dist/compiled/react-server-dom-turbopack/cjs'
  const reactKeeps = readdirSync(join(root, react)).some((file) =>
    /\.abort\(\s*(?:Error|new Error)\(\s*"This render completed successfully/.test(inRoot(`${react}/${file}`)),
  )
  expect({ nodeKeeps, reactKeeps }).toEqual({ nodeKeeps: true, reactKeeps: true })
})

test('a controller aborts as before, with any reason or none, and the stack of an error has been read', () => {
  const script = `
    let read = 0
    class Watched extends Error {}
    Error.prepareStackTrace = () => String(++read)
    const error = new Watched('x')
    const before = read
    const results = [[error], ['words'], [], [undefined]].map((reason) => {
      const controller = new AbortController()
      let heard = 0
      controller.signal.addEventListener('abort', () => heard++)
      controller.abort(...reason)
      return [controller.signal.aborted, heard, controller.signal.reason?.name ?? controller.signal.reason]
    })
    console.log(JSON.stringify({ before, read, results }))`
  const out = execFileSync(process.execPath, ['--import', join(root, 'bin/unread-stacks.mjs'), '-e', script], {
    encoding: 'utf8',
  })
  const aborted = [true, 1, 'AbortError']
  expect(JSON.parse(out)).toEqual({
    before: 0,
    read: 1,
    results: [[true, 1, 'Error'], [true, 1, 'words'], aborted, aborted],
  })
})
