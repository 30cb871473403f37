import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { escapeHtml } from '@/lib/html'
import { stripDocument } from './strip.mjs'

let shell: Promise<string | undefined> | undefined

/** The site's own "not found", as the build rendered it; undefined in development, where there is none. */
function readShell(): Promise<string | undefined> {
  shell ??= readFile(join(process.cwd(), '.next', 'server', 'app', '_not-found.html'), 'utf8').then(
    (html) => stripDocument(html).html,
    () => undefined,
  )
  return shell
}

/**
 * The page for an address that leads to nothing, made without a render.
 * @param suggestions addresses and names of what may have been meant
 */
export async function renderNotFound(
  suggestions: readonly { path: string; name: string }[],
): Promise<string | undefined> {
  const html = await readShell()
  if (suggestions.length === 0) return html
  const items = suggestions.map(({ path, name }) => `<li><a href="${escapeHtml(path)}">${escapeHtml(name)}</a></li>`)
  return html?.replace(
    '<div id="suggestions"></div>',
    `<h2>Did you mean one of these?</h2><ul class="lines">${items.join('')}</ul>`,
  )
}
