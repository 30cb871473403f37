import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../steps.mjs'

/** Whether the Nu Html Checker can run: it needs Java 11 or newer on the path. */
export const hasJava = (): boolean => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0

type Message = { type: string; url: string; lastLine?: number; message: string; extract?: string }

/**
 * What the Nu Html Checker calls an error in pages.
 * @param pages their HTML by a name of ours; the checker is given files, as it refuses addresses of this machine
 * @returns one sentence each, nothing left out
 * @throws Error when the checker itself fails
 */
export async function checkHtml(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rolebook-vnu-'))
  const names = [...pages.keys()]
  const files = names.map((_, n) => join(folder, `${n}.html`))
  try {
    for (const [n, name] of names.entries()) writeFileSync(files[n] ?? '', pages.get(name) ?? '')
    const jar = join(root, 'node_modules/vnu-jar/build/dist/vnu.jar')
    const java = spawn('java', ['-Xss1m', '-jar', jar, '--errors-only', '--format', 'json', '--stdout', ...files])
    let [said, failed] = ['', '']
    java.stdout.on('data', (part) => {
      said += part
    })
    java.stderr.on('data', (part) => {
      failed += part
    })
    await new Promise((resolve, reject) => java.on('close', resolve).on('error', reject))
    if (!said.startsWith('{')) throw new Error(`The checker did not answer: ${failed.slice(0, 500)}`)
    const { messages } = JSON.parse(said) as { messages: Message[] }
    return messages.map(({ url, lastLine, message, extract = '' }) => {
      const name = names[Number(/(\d+)\.html$/.exec(url)?.[1])] ?? url
      return `${name}, line ${lastLine}: ${message} ${extract.replaceAll(/\s+/g, ' ').slice(0, 160)}`
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
