import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exclusively, root } from './steps.mjs'

const FOLDER = '.content'
/** Lists the sources of what was made, so that it is made again when one of them is newer. */
const SOURCES = join(root, FOLDER, 'bundle.json')

const changed = (file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs

const nameOf = (entry) => /([^/]+)\.ts$/.exec(entry)?.[1] ?? ''
const outputOf = (entry) => `${FOLDER}/${nameOf(entry)}.mjs`

function isFresh(entries) {
  if (!existsSync(SOURCES)) return false
  const sources = JSON.parse(readFileSync(SOURCES, 'utf8'))
  const oldest = Math.min(...entries.map((entry) => changed(outputOf(entry)) ?? 0))
  // A source that is gone compares as undefined: false.
  return sources.every((source) => changed(source) < oldest)
}

/**
 * Puts a command and all that it reads into one file, where that is missing or out of date: loading hundreds of
 * files one by one takes longer than a check of one write-up.
 * @param {string[]} entries the command's file first, then those of its workers
 * @returns {Promise<string>} the file to be run
 */
export async function bundle(...entries) {
  const out = join(root, outputOf(entries[0] ?? ''))
  if (isFresh(entries)) return out
  await exclusively('bundle', async () => {
    if (isFresh(entries)) return
    rmSync(SOURCES, { force: true })
    const { build } = await import('esbuild')
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: Object.fromEntries(entries.map((entry) => [nameOf(entry), entry])),
      outdir: FOLDER,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      conditions: ['react-server'],
      external: ['sharp'],
      // Half as long to load; names stay, for traces.
      minifySyntax: true,
      minifyWhitespace: true,
      // Packages in CommonJS ask for Node's own modules.
      banner: {
        js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
      },
      metafile: true,
      logLevel: 'error',
    })
    const sources = Object.keys(metafile.inputs).filter((source) => !source.startsWith('node_modules/'))
    writeFileSync(SOURCES, JSON.stringify([...sources, 'package-lock.json']))
  })
  return out
}
