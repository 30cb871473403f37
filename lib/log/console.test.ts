import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { root } from '@/bin/steps.mjs'

const at = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href)

/** What a process writes in which the log has taken the console. */
function run(script: string): Record<string, unknown>[] {
  const code = `
    import { takeConsole, logRequestError } from ${at('lib/log/console.mjs')}
    takeConsole()
    ${script}`
  const out = execFileSync('/bin/sh', ['-c', '"$0" --input-type=module -e "$1" 2>&1', process.execPath, code], {
    encoding: 'utf8',
  })
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

test('whatever is printed is one JSON line, without colors, statements and values', () => {
  const lines = run(`
    console.log('one\\ntwo', { three: 3 })
    console.error('\\u001b[31m⨯\\u001b[0m', Object.assign(new Error('Failed query: select 1\\nparams: canary'), { cause: Object.assign(new Error('gone'), { code: '57P01' }) }))
    console.warn('Failed query: select canary')
    console.log('')
    process.emitWarning('something is old')
  `)
  expect(lines).toMatchObject([
    { level: 'info', message: 'one two { three: 3 }' },
    { level: 'error', kind: 'Error', reason: 'gone', code: '57P01', stack: expect.any(Array) },
    { level: 'warn', message: 'Failed query' },
    { level: 'warn', message: 'Warning: something is old' },
  ])
  expect(JSON.stringify(lines)).not.toContain('canary')
})

test('an error of a request is told once, with the request, and one that is not reported is told too', () => {
  const lines = run(`
    const error = Object.assign(new Error('first'), { digest: '1' })
    console.error(error)
    logRequestError(error, { path: '/jobs' })
    console.error(error)
    console.error(Object.assign(new Error('second'), { digest: '2' }))
    setTimeout(() => {}, 1300)
  `)
  expect(lines).toMatchObject([{ reason: 'first', path: '/jobs' }, { reason: 'second' }])
  expect(lines).toHaveLength(2)
})
