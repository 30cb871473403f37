import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from '@playwright/test'
import { findPort } from '@/bin/app'
import { root } from '@/bin/steps.mjs'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

type Started = { child: ChildProcess; output: () => string; ended: Promise<number | null> }

function start(environment: Record<string, string>): Started {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, NODE_OPTIONS: _options, ...rest } = process.env
  const child = spawn(process.execPath, ['bin/run.mjs', 'start'], {
    cwd: root,
    env: { ...rest, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => {
      text += String(data)
    })
  }
  return { child, output: () => text, ended: once(child, 'exit').then(([code]) => code as number | null) }
}

async function untilReady({ output, child }: Started): Promise<void> {
  for (let tries = 0; tries < 600 && !output().includes('Rolebook is on') && child.exitCode === null; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(output()).toContain('Rolebook is on')
}

test('a taken port is one sentence and exit 1', async () => {
  const taken = createServer().listen(0)
  await once(taken, 'listening')
  const address = taken.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const { ended, output } = start({ PORT: String(port) })
  expect(await ended).toBe(1)
  expect(output().trim()).toBe(`Port ${port} is taken; set PORT to another one.`)
  taken.close()
})

test('a store that cannot be reached is one sentence, without its password, and exit 1', async () => {
  const { ended, output } = start({
    PORT: String(await findPort()),
    DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none',
  })
  expect(await ended).toBe(1)
  expect(output()).toMatch(/The store at postgres:\/\/me@127\.0\.0\.1:1\/none cannot be reached/)
  expect(output()).not.toContain('secret')
})

test('starts, serves, stops within 5 s with nothing left, and starts again after its server was killed', {
  tag: '@full',
}, async () => {
  const port = await findPort()
  const first = start({ PORT: String(port) })
  await untilReady(first)
  expect((await fetch(`http://localhost:${port}/roles/actuary`)).status).toBe(200)

  const beside = start({ PORT: String(await findPort()) })
  await untilReady(beside)
  beside.child.kill('SIGTERM')
  await beside.ended
  expect((await fetch(`http://localhost:${port}/roles/dancer`)).status).toBe(200)

  const since = Date.now()
  first.child.kill('SIGTERM')
  await first.ended
  expect(Date.now() - since).toBeLessThan(5000)
  await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow()

  const killed = start({ PORT: String(port) })
  await untilReady(killed)
  killed.child.kill('SIGKILL')
  await killed.ended
  await expect
    .poll(
      () =>
        fetch(`http://localhost:${port}/api/health`).then(
          () => 'up',
          () => 'gone',
        ),
      { timeout: 5000 },
    )
    .toBe('gone')
  const again = start({ PORT: String(port) })
  await untilReady(again)
  expect((await fetch(`http://localhost:${port}/roles/actuary`)).status).toBe(200)
  again.child.kill('SIGTERM')
  await again.ended
})
