import * as pm from 'prosemirror-markdown'
import { type Mark, type Node, Schema } from 'prosemirror-model'

/** What a link to this address holds, or false: a link is http, https or mailto. */
export function linkTo(address?: string | null) {
  const href = address?.trim().match(/^(?:https?:\/\/|mailto:)[^\s<>\\]+$/i)?.[0]
  return href ? { href } : false
}

const level = (tag: string) => (/[12]$/.test(tag) ? 2 : 3)
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: level(tag) } }))
const links = [{ tag: 'a[href]', getAttrs: (dom: HTMLElement) => linkTo(dom.getAttribute('href')) }]
const { doc, paragraph, heading, bullet_list, ordered_list, list_item, text, hard_break } = pm.schema.nodes
const { link, em, strong } = pm.schema.marks
export const schema = new Schema({
  nodes: {
    doc: doc.spec,
    paragraph: paragraph.spec,
    heading: { ...heading.spec, attrs: { level: { default: 2 } }, content: 'text*', parseDOM: headings },
    bullet_list: { ...bullet_list.spec, attrs: {} },
    ordered_list: { ...ordered_list.spec, attrs: { order: { default: 1 } } },
    list_item: list_item.spec,
    text: text.spec,
    hard_break: hard_break.spec,
  },
  marks: { link: { ...link.spec, attrs: { href: {} }, parseDOM: links }, em: em.spec, strong: strong.spec },
})

// Nobody else uses the package's own markdown-it: keep it to the schema. Rules and images must be read to become text.
const { tokenizer, tokens } = pm.defaultMarkdownParser
Object.assign(tokenizer.options, { html: false, maxNesting: 200 })
tokenizer.disable(['blockquote', 'code', 'fence', 'html_block', 'reference', 'backticks', 'html_inline'])
tokenizer.validateLink = (href) => linkTo(href) !== false
tokenizer.core.ruler.push('as_text', ({ tokens }) => {
  tokens.forEach((block, i) => {
    if (block.type === 'hr') block.content = block.markup
    for (const token of block.children ?? []) {
      if (token.type === 'image') token.content = `![${token.content}](${token.attrGet('src')})`
      if (token.type === 'image') token.type = 'text'
      // A line end is shown as one (lib/jobs/markdown.ts). A heading has none; nor has code, which is no code here.
      const isOneLine = tokens[i - 1]?.type === 'heading_open' || /^(`{3}|~{3})/.test(block.content)
      if (/break$/.test(token.type)) token.type = isOneLine ? 'softbreak' : 'hardbreak'
    }
  })
})
const parser = new pm.MarkdownParser(schema, tokenizer, {
  ...Object.fromEntries(Object.entries(tokens).filter(([name]) => name in schema.nodes || name in schema.marks)),
  heading: { block: 'heading', getAttrs: ({ tag }) => ({ level: level(tag) }) },
  hardbreak: { node: 'hard_break' },
  hr: { block: 'paragraph', noCloseToken: true },
})
export const parseMarkdown = (markdown: string): Node => parser.parse(markdown)
const list = (marker: (node: Node, i: number) => string) => (state: pm.MarkdownSerializerState, node: Node) => {
  // Only a list that starts at 1, and not with an empty item, may follow a paragraph without a blank line.
  if ((node.attrs.order ?? 1) !== 1 || !node.firstChild?.firstChild?.content.size) state.write('')
  state.renderList(node, ' '.repeat(marker(node, node.childCount - 1).length), (i) => marker(node, i))
}
const encode = (letter: string) => `&#${letter.codePointAt(0)};`
const nodes: pm.MarkdownSerializer['nodes'] = {
  ...pm.defaultMarkdownSerializer.nodes,
  bullet_list: list(() => '- '),
  ordered_list: list((node, i) => `${node.attrs.order + i}. `),
  text(state, node, parent, index) {
    const starts = index === 0 || parent.child(index - 1).type.name === 'hard_break'
    const flat = (node.text ?? '').replace(/\n+/g, ' ').replace(starts ? /^[ \t]+/ : '', '')
    let out = state.esc(flat, starts)
    if (flat.includes('__')) out = out.replace(/\\?_/g, '\\_')
    if (starts) out = out.replace(/^[-+=>]/, '\\$&').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    if (parent.type.name === 'heading') out = out.replace(/(^|\s)(#+\s*)$/, '$1\\$2')
    // Bold that ends in a full stop right before a letter (or the reverse) is only bold if that letter is encoded.
    const meets = (other: Node | null, edge: RegExp) =>
      other?.marks.some(({ type }) => type !== schema.marks.link && !type.isInSet(node.marks)) &&
      edge.test(other.text ?? '')
    if (meets(parent.maybeChild(index - 1), /[\p{P}\p{S}]$/u)) out = out.replace(/^[\p{L}\p{N}]/u, encode)
    if (meets(parent.maybeChild(index + 1), /^[\p{P}\p{S}]/u)) out = out.replace(/[\p{L}\p{N}]$/u, encode)
    state.text(out, false)
  },
}
const close = (_: unknown, mark: Mark) => `](${mark.attrs.href.replace(/[()]|&(?=#?\w+;)/g, '\\$&')})`
const marks = { ...pm.defaultMarkdownSerializer.marks, link: { open: '[', close } }
const serializer = new pm.MarkdownSerializer(nodes, marks, { escapeExtraCharacters: /<(?=[a-z/!?])|&(?=#?\w+;)/gi })
export const toMarkdown = (node: Node) => serializer.serialize(node, { tightLists: true }).trim()
