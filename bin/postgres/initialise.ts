import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StoreError } from './errors'
import { giveTo, makeFolder, type Place, spawnIn } from './identity'
import { isAlive } from './processes'
import { createSecrets, readSecrets, type Secrets } from './secrets'

const MAJOR = '18'

/** Sorted and compared alike on every machine; elsewhere than on Linux the C library may not know C.UTF-8. */
const LOCALE = process.platform === 'linux' ? ['--locale=C.UTF-8'] : ['--builtin-locale=C.UTF-8', '--locale=C']

/**
 * Makes the data of a new store unless it is there, and answers its secrets. Made aside and then renamed, so that an
 * interruption leaves no half.
 * @throws StoreError when the data is of another major version, or its secrets are lost
 */
export async function initialise(place: Place): Promise<Secrets> {
  const { dataDir } = place
  const file = `${dataDir}.json`
  makeFolder(dirname(dataDir))
  sweep(dataDir)
  if (existsSync(dataDir)) {
    const secrets = readSecrets(file)
    if (!secrets)
      throw new StoreError(
        `The passwords of the store are lost: no ${file}; restore it, or remove ${dataDir} to begin anew.`,
      )
    checkVersion(dataDir)
    return secrets
  }
  const secrets = createSecrets(file)
  const fresh = `${dataDir}.init-${process.pid}`
  const passwordFile = `${fresh}.password`
  try {
    mkdirSync(fresh)
    chmodSync(fresh, 0o700)
    giveTo(place, fresh)
    writeFileSync(passwordFile, secrets.superPassword, { mode: 0o600 })
    giveTo(place, passwordFile)
    await runInitdb(place, fresh, passwordFile)
    moveInto(fresh, dataDir)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
  return secrets
}

async function runInitdb(place: Place, fresh: string, passwordFile: string) {
  const args = ['-D', fresh, '-U', 'postgres', '-E', 'UTF8', '--locale-provider=builtin', ...LOCALE]
  args.push('--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync', '--no-instructions')
  const child = spawnIn(place, place.binaries.initdb, args, ['ignore', 'ignore', 'pipe'])
  let said = ''
  child.stderr?.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close').catch((error) => [error.code])
  if (code !== 0) throw new StoreError(`initdb failed (${code}): ${said.trim().split('\n').at(-1)}`)
}

/** When two made one at once, the first stays. */
function moveInto(fresh: string, dataDir: string) {
  try {
    renameSync(fresh, dataDir)
  } catch (error) {
    if (!existsSync(join(dataDir, 'PG_VERSION'))) throw error
  }
}

function checkVersion(dataDir: string) {
  const path = join(dataDir, 'PG_VERSION')
  const version = existsSync(path) ? readFileSync(path, 'utf8').trim() : 'of no version'
  if (version !== MAJOR)
    throw new StoreError(`The data in ${dataDir} is ${version}, not of Postgres ${MAJOR}; move it away.`)
}

/** Removes what interrupted starts have left. */
function sweep(dataDir: string) {
  for (const name of readdirSync(dirname(dataDir))) {
    const [, pid] = name.match(/\.init-(\d+)(\.password)?$/) ?? []
    if (!pid || !name.startsWith(`${basename(dataDir)}.init-`) || isAlive(Number(pid))) continue
    rmSync(join(dirname(dataDir), name), { recursive: true, force: true })
  }
}
