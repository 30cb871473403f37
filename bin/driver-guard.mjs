import { createHash } from 'node:crypto'
import { chmodSync, chownSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VERSION = '3.4.9'

/** sha256 of the driver's files: as published, and guarded. */
const KNOWN = {
  'src/connection.js': {
    published: 'ee3a218d9aa6a6f2887c1a19da50009335fe84c11a5431d5cab72d6bc528632f',
    guarded: 'f57adfba7af407ede188a0d75bab6cdd73a73dfd3b1d5329a77eeaa4825f62b0',
  },
  'src/index.js': {
    published: '4e21f5733e70d79cffc10d10d4ef01031de4a9ac862210e43f8870029fd103ed',
    guarded: '36ce25c171d8461fe314627e014c98f67076481d893feb7a6f1b5b7da1feadc3',
  },
  'cjs/src/connection.js': {
    published: 'ce6d375809baad79963ef9b3773e6ac757bcf6da2362d4d85482bb14c2c751be',
    guarded: 'fa12c95f593b130d91b38824ba0229f155264b552368d9927784cb69e92233ee',
  },
  'cjs/src/index.js': {
    published: 'd8fea1a5311c47e65004646bc81f57305ac64d48f99004a5b3ca27bcfc6babf8',
    guarded: 'c16dac1ae822513529f3f3b94923b38816c50d634008212bc7a23354de402f4e',
  },
  'cf/src/connection.js': {
    published: '3efad812b825f76708f2e62e8dd00088900206e04afed2dc4b75b9aecd435fa9',
    guarded: '840881d32ca863d698ff1024c268a5487521a5841d4993533869d2808a84c706',
  },
  'cf/src/index.js': {
    published: 'aca9c247b7ddb2aedf90d20ce8e6f52ac6ebd95865056599ca05ed4dab4baad7',
    guarded: 'b027cae29a7af209b9f4a56d7c03daecb7da40a2511e390e63ba48f077d569b6',
  },
}

/** What the guard changes, by file name: from, to. */
export const EDITS = {
  'connection.js': [
    // Throws where nothing can catch it when the socket is gone (porsager/postgres #1066, #1154, #1208).
    [
      '    const x = socket.write(chunk, fn)\n',
      `    if (socket === null) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
    const x = socket.write(chunk, fn)
`,
    ],
    // A closed connection kept its unsent bytes and its dead timer, and after that never sent again.
    [
      '\n    clearImmediate(nextWriteTimer)\n',
      '\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n',
    ],
    // A closed connection kept its query, error and row count. Connected again, it answered the next query with the old
    // error, or tried thousands of times a second while the server refused; and what was asked between the error and
    // the close was never settled.
    [
      "    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
      `    if (query || sent.length)
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = errorResponse = null
    rows = 0
`,
    ],
    // A transaction that began on a connection at its max_pipeline did not get the connection for itself: it failed
    // with UNSAFE_TRANSACTION and left the connection inside an open transaction, for others to write into in vain.
    [
      `      return write(toBuffer(q))
        && !q.describeFirst
        && !q.cursorFn
        && sent.length < max_pipeline
        && (!q.options.onexecute || q.options.onexecute(connection))
`,
      `      const more = write(toBuffer(q))
      q.options.onexecute && q.options.onexecute(connection)
      return more
        && !q.describeFirst
        && !q.cursorFn
        && sent.length < max_pipeline
        && !q.options.onexecute
`,
    ],
  ],
  'index.js': [
    // What a transaction asked after it had lost its connection went to the next one, outside of any transaction.
    ['      , prepare = null\n\n    try {\n', '      , prepare = null\n      , lost = null\n\n    try {\n'],
    [
      'new Promise((_, reject) => connection.onclose = reject)',
      'new Promise((_, reject) => connection.onclose = e => reject(lost = e))',
    ],
    [
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n',
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost)\n          return q.reject(lost)\n',
    ],
  ],
}

/**
 * Mends the store's driver. As published it ends the process, leaks connections or loses a transaction's bounds when
 * the server goes away; each edit says how. Install scripts may be blocked, so this runs before the server, the build
 * and the tests.
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
  if (found.length === 0) throw new Error(`No module of postgres in ${folder}; run npm ci.`)
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
  const result = EDITS[basename(path)].reduce((before, [from, to]) => before.replaceAll(from, to), text)
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
