import type { RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { escapeHtml, linesHtml } from '../html'

// What looks like HTML is text where it stands: `List<T>` in a sentence, a tag between two lines. A definition would
// show nothing.
const parser = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [{ disable: { null: ['htmlFlow', 'htmlText', 'definition'] } }])
const SCHEMES = /^(https?:\/\/|mailto:)[^\s<>"']+$/i

type Node = RootContent | { type: 'root'; children: RootContent[] }
const inner = (node: Node): string => ('children' in node ? (node.children as RootContent[]).map(render).join('') : '')

/** Where a link leads, for people: its host as the browser will ask for it, or the address that a mail goes to. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const { protocol, host, pathname } = new URL(url)
  return protocol === 'mailto:' ? pathname : host
}

/** A link whose words may say anything, so it names the place that it leads to. */
function link(url: string, words: string): string {
  const place = escapeHtml(placeOf(url))
  const said = words.replace(/^https?:\/\//, '').replace(/\/.*$/s, '')
  const named = place === '' || said === place ? '' : ` (${place})`
  return `<a href="${escapeHtml(url)}" rel="nofollow ugc noopener">${words}</a>${named}`
}

/** What an employer may write, as HTML. What is not in this list comes out as the text it was. */
function render(node: Node): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return linesHtml(node.value)
    case 'code':
      return `<p>${linesHtml(node.value)}</p>`
    case 'paragraph':
      return `<p>${inner(node)}</p>`
    case 'heading':
      return `<h${node.depth}>${inner(node)}</h${node.depth}>`
    case 'strong':
      return `<strong>${inner(node)}</strong>`
    case 'emphasis':
      return `<em>${inner(node)}</em>`
    case 'list':
      return node.ordered ? `<ol>${inner(node)}</ol>` : `<ul>${inner(node)}</ul>`
    case 'listItem':
      return `<li>${inner(node).replace(/^<p>(.*?)<\/p>/s, '$1')}</li>`
    case 'break':
      return '<br>'
    case 'link':
      return SCHEMES.test(node.url) ? link(node.url, inner(node)) : inner(node)
    case 'image':
      return escapeHtml(node.alt ?? '')
    case 'thematicBreak':
      return ''
    default:
      return inner(node)
  }
}

/**
 * Markdown as HTML of a fixed list of elements: p, h3, h4, strong, em, ul, ol, li, br, a. A line end is one, as whoever
 * typed it saw it. Nothing is ever passed through: HTML in it is shown as text where it stands, and a link of another scheme than http, https or mailto loses its address.
 */
export function markdownHtml(text: string): string {
  const tree = parser.parse(text)
  let first = true
  // Under the h2 of their part: the first is an h3 whatever its marks, so that no level is left out.
  visit(tree, 'heading', (node) => {
    node.depth = node.depth < 3 || first ? 3 : 4
    first = false
  })
  return inner(tree as Node)
}
