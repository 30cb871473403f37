import { createHash } from 'node:crypto'
import { chmodSync, chownSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VERSION = '3.4.9'

/** sha256 of the driver's connection module: as published, and guarded. */
const KNOWN = {
  'src/connection.js': {
    published: 'ee3a218d9aa6a6f2887c1a19da50009335fe84c11a5431d5cab72d6bc528632f',
    guarded: '130e4e761a10c8e1129b6eee5be2a7c7f3464794a39e92482b1a5cb3551ebb0f',
  },
  'cjs/src/connection.js': {
    published: 'ce6d375809baad79963ef9b3773e6ac757bcf6da2362d4d85482bb14c2c751be',
    guarded: '4a57ebb86487d123b8c6350ef2df4447baa8877beda3e1c504f2bcaa2a5834d3',
  },
  'cf/src/connection.js': {
    published: '3efad812b825f76708f2e62e8dd00088900206e04afed2dc4b75b9aecd435fa9',
    guarded: '074636963f8e4d9c637a22ce11f0518f018989eba7b2895dd0a20e44eae5a394',
  },
}

const WRITE = '    const x = socket.write(chunk, fn)\n'
const GUARD = `    if (socket === null) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
`
const CLEAR = '\n    clearImmediate(nextWriteTimer)\n'
const RESET = '    chunk = nextWriteTimer = null\n'

/**
 * Keeps the store's driver from ending the process. postgres.js 3.4.9 throws where nothing can catch it when the
 * server goes away inside a transaction (porsager/postgres #1066, #1154, #1208); guarded, it settles the query. It
 * also keeps the unsent bytes and the dead timer of a closed connection, which then never sends again; guarded, it
 * drops both. Install scripts may be blocked, so this runs before the server, the build and the tests.
 * @param {string} projectRoot folder that has node_modules; may be `.next/standalone`
 * @returns {string[]} the files changed; none when all were guarded before
 * @throws {Error} one sentence, when the driver is not the one known here
 */
export function guardDriver(projectRoot) {
  const folder = join(projectRoot, 'node_modules/postgres')
  const version = readVersion(folder)
  if (version !== VERSION) {
    throw new Error(
      `The driver guard knows postgres ${VERSION}, not ${version} in ${folder}; see bin/driver-guard.mjs.`,
    )
  }
  const found = Object.keys(KNOWN).filter((file) => statSync(join(folder, file), { throwIfNoEntry: false }))
  if (found.length === 0) throw new Error(`No connection module of postgres in ${folder}; run npm ci.`)
  return found.filter((file) => guardFile(join(folder, file), KNOWN[file]))
}

function readVersion(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    throw new Error(`No postgres package in ${folder}; run npm ci.`)
  }
}

function guardFile(path, { published, guarded }) {
  const text = readFileSync(path, 'utf8')
  if (hash(text) === guarded) return false
  if (hash(text) !== published) {
    throw new Error(`${path} is neither postgres ${VERSION} as published nor guarded; run npm ci.`)
  }
  const result = text.replace(WRITE, GUARD + WRITE).replaceAll(CLEAR, CLEAR + RESET)
  if (hash(result) !== guarded) throw new Error(`The driver guard does not fit ${path}.`)
  replaceFile(path, result)
  return true
}

function replaceFile(path, text) {
  const temporary = `${path}.${process.pid}`
  const { mode, uid, gid } = statSync(path)
  try {
    writeFileSync(temporary, text)
    chmodSync(temporary, mode)
    if (process.getuid?.() === 0) chownSync(temporary, uid, gid)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw new Error(`The driver guard cannot write ${path}: ${error.message}.`)
  }
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex')
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    guardDriver(process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url)))
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
