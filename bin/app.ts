import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { server } from './build'
import { operatorOptions, root, typescript } from './steps.mjs'

/** A free TCP port on this machine. */
export function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/**
 * Starts the production server that `build` made. It ends when this process does.
 * @param environment added to ours; DATABASE_URL is the web role's address
 * @param file the server of another copy of the project
 */
export function startApp(
  port: number,
  environment: Record<string, string>,
  output: 'inherit' | 'pipe' = 'inherit',
  file = server,
): ChildProcess {
  return spawn(process.execPath, ['--import', new URL('server-preload.mjs', import.meta.url).href, file], {
    cwd: root,
    stdio: ['ignore', output, output, 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: operatorOptions(),
      PORT: String(port),
      SITE_URL: process.env.SITE_URL ?? `http://localhost:${port}`,
      HOSTNAME: process.env.HOST ?? '0.0.0.0',
      ...environment,
    },
  })
}

/**
 * Starts a process that works off the queue. It ends when this process does.
 * @param environment added to ours; DATABASE_OWNER_URL is where the queue lies
 */
export function startQueue(environment: Record<string, string>, output: 'inherit' | 'pipe' = 'inherit'): ChildProcess {
  return spawn(process.execPath, typescript('bin/worker.ts'), {
    cwd: root,
    stdio: ['ignore', output, output, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: operatorOptions(), ...environment },
  })
}

/** Waits until the server answers. @throws Error after 15 seconds */
export async function waitUntilReady(port: number, given: { up: boolean } = { up: false }): Promise<void> {
  for (let tries = 0; tries < 150 && !given.up; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  if (!given.up) throw new Error('The server did not answer within 15 seconds.')
}

/** Ends a server: asked first, made to after 2.5 seconds. */
export async function stopApp(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 2500)
  await ended
  clearTimeout(late)
}
