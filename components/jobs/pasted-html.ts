import { joinCells, markerOf } from '@/lib/text/pasted'

/** `list` tells items of one list from those of another. */
type Item = { block: Element; level: number; ordered: boolean; list: string }

const BLANK = /^[\s\u00A0]*$/

/** Word's own marks of a list: the level in the style, the drawn marker in a span that is to be ignored. */
function wordItem(block: Element): Item | undefined {
  const [, list = '', level] = /mso-list:\s*(\S+)[^;"]*level(\d+)/i.exec(block.getAttribute('style') ?? '') ?? []
  if (!level) return undefined
  const marker = [...block.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
  const drawn = marker?.textContent ?? ''
  marker?.remove()
  return { block, level: Number(level) - 1, ordered: /^\s*\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(drawn), list }
}

/** The first piece of text in a block. */
function firstText(block: Element): Text | undefined {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    if (!/^[\r\n]*$/.test(text.data)) return text
  }
  return undefined
}

/** Takes letters off the front of a block, through all that they are wrapped in. */
function cutFront(block: Element, length: number): void {
  let left = length
  for (let text = firstText(block); text && left > 0; text = firstText(block)) {
    const cut = Math.min(left, text.data.length)
    text.data = text.data.slice(cut)
    left -= cut
    if (text.data === '') text.remove()
  }
}

/** A paragraph that begins with a drawn bullet or number and a wide blank, as Outlook sends them. */
function drawnItem(block: Element): Item | undefined {
  const front = (block.textContent ?? '')
    .replace(/^[\r\n]+/, '')
    .slice(0, 40)
    .replaceAll('\u00A0', ' ')
  const marker =
    /^\s*\S{1,5}(?:\t| {2,})/.test(front) || /^\s*[·•●○▪\uF0A7\uF0B7] ?\S/.test(front) ? markerOf(front) : undefined
  if (!marker || block.closest('li')) return undefined
  cutFront(block, marker.length)
  return { block, level: marker.level, ordered: marker.number !== undefined, list: '' }
}

/** Puts paragraphs that are items, one after the other, into lists. */
function buildLists(doc: Document): void {
  let open: { list: Element; level: number; name: string }[] = []
  let last: Element | undefined
  for (const block of [...doc.querySelectorAll('p, div')]) {
    if (block.querySelector('p, div, table, ul, ol')) continue
    const item = wordItem(block) ?? drawnItem(block)
    if (!item) continue
    if (last?.nextElementSibling !== block) open = []
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop()
    const name = `${item.list} ${item.ordered}`
    if (open.at(-1)?.level === item.level && open.at(-1)?.name !== name) open.pop()
    let at = open.at(-1)
    if (!at || at.level < item.level) {
      const list = doc.createElement(item.ordered ? 'ol' : 'ul')
      const parent = at?.list.lastElementChild
      if (parent) parent.append(list)
      else block.before(list)
      at = { list, level: item.level, name }
      open.push(at)
    }
    const entry = doc.createElement('li')
    entry.append(...block.childNodes)
    at.list.append(entry)
    last = open[0]?.list
    block.remove()
  }
}

/** Rows of a table as paragraphs, their cells kept apart; a table that only frames something is that. */
function flattenTables(doc: Document): void {
  for (const table of [...doc.querySelectorAll('table')].reverse()) {
    const rows = [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td, th')])
    const isFrame = rows.every((cells) => cells.length <= 1)
    const parts = rows.flatMap((cells): Node[] => {
      if (isFrame) return cells.flatMap((cell) => [...cell.childNodes])
      const row = doc.createElement('p')
      row.textContent = joinCells(cells.map((cell) => (cell.textContent ?? '').replace(/[\s\u00A0]+/g, ' ')))
      return [row]
    })
    table.replaceWith(...parts)
  }
}

/**
 * What a word processor or mail program puts on the clipboard, as plain HTML: its drawn lists as lists, rows of tables as
 * paragraphs with the cells apart, and no empty paragraphs.
 */
export function plainHtml(html: string): string {
  const doc = new DOMParser().parseFromString(html, 'text/html')
  for (const element of doc.querySelectorAll('style, script, meta, link, title, xml')) element.remove()
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
  for (const element of [...doc.querySelectorAll('o\\:p')]) element.replaceWith(...element.childNodes)
  flattenTables(doc)
  for (const block of doc.querySelectorAll('p'))
    if (BLANK.test(block.textContent ?? '') && !block.querySelector('br, img')) block.remove()
  buildLists(doc)
  return doc.body.innerHTML
}
