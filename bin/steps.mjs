import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/**
 * Does one step, saying what it is and how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const since = Date.now()
  console.log(`• ${what} …`)
  const result = await work()
  console.log(`✓ ${what} (${seconds(since)})`)
  return result
}

/** A command that ended with another code than 0. */
export class CommandError extends Error {}

/**
 * Runs a command with our own output and waits for it.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 * @param {NodeJS.Signals[]} [passedOn] signals that are the command's to answer
 * @throws CommandError
 */
export function run(command, args, options = {}, passedOn = []) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    for (const signal of passedOn) process.on(signal, () => child.kill(signal))
    if (passedOn.length > 0) endWithParent(child)
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      code === 0
        ? resolve(undefined)
        : reject(new CommandError(`${[command, ...args].join(' ')} ended with ${signal ?? code}`)),
    )
  })
}

/** npm gives a signal to the shell between it and us, which ends without a word: its end is our signal. */
function endWithParent(child) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 300).unref()
}

/** Makes modules that only the server may load loadable in a process of ours; Next must not run with it. */
const FOR_TOOLS = '--conditions=react-server'

/** Arguments that make Node run one of our TypeScript files. */
export const typescript = (file) => [FOR_TOOLS, '--import', 'tsx', join(root, file)]

const words = (options = '') => options.split(/\s+/).filter((word) => word !== '' && word !== FOR_TOOLS)

/** NODE_OPTIONS as whoever started us set them, for processes that run Next. */
export const operatorOptions = () => words(process.env.NODE_OPTIONS).join(' ')

/** The same and what our own tools need, for a program that loads our modules by itself. */
export const toolOptions = () => [...words(process.env.NODE_OPTIONS), FOR_TOOLS].join(' ')

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Does work that two processes in one folder must not do at once. A lock whose owner is gone is taken over.
 * @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>}
 */
export async function exclusively(name, work) {
  const folder = join(root, '.data')
  const file = join(folder, `${name}.lock`)
  mkdirSync(folder, { recursive: true })
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const owner = Number(readOwner(file))
      if (owner && !isAlive(owner)) rmSync(file, { force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

const readOwner = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
