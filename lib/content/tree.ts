import { curlQuotes } from '../curl-quotes'
import type { Code } from './codes'
import { COMPONENTS } from './components'
import { didYouMean } from './did-you-mean'
import { parseRef, refOf } from './figures'
import { convertTable } from './github'
import type { Known } from './known'
import { checkLink, writeUpAnchor } from './links'
import { type MdNode, type Position, plainText, type Report } from './markdown'
import type { ComponentName, ContentNode, FigureRef, FigureUse, Found } from './types'

const ELEMENTS: Record<string, 'p' | 'em' | 'strong' | 'li' | 'blockquote'> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  listItem: 'li',
  blockquote: 'blockquote',
}

/** What holds words in a row: a component of its own lines cannot stand in it. */
const PHRASES = ['paragraph', 'tableCell']

const BY_REFERENCE = [
  'link-reference',
  'links by reference are not allowed',
  'write [words](https://…) in the place itself',
] as const

const BRACES = ['expression', 'braces are not allowed', 'write \\{ for a brace'] as const
const COMMENT = [
  'expression',
  'comments are not allowed',
  'take it out, or put it into the front matter, on a line that begins with #',
] as const

const REFUSED: Record<string, readonly [code: Code, message: string, hint?: string]> = {
  mdxjsEsm: ['import-export', 'import and export are not allowed', 'a write-up holds words only'],
  mdxFlowExpression: BRACES,
  mdxTextExpression: BRACES,
  image: ['image', 'images are not written like this', 'use <Image name="…" alt="…" width="…" height="…" />'],
  imageReference: ['image', 'images are not written like this', 'use <Image name="…" alt="…" width="…" height="…" />'],
  linkReference: BY_REFERENCE,
  definition: BY_REFERENCE,
  code: ['code', 'code is not allowed', 'do not indent paragraphs'],
  inlineCode: ['code', 'code is not allowed'],
  html: ['raw-html', 'HTML is not allowed'],
  thematicBreak: ['element', 'rules between paragraphs are not allowed'],
}

const isComponent = (name: string): name is ComponentName => Object.hasOwn(COMPONENTS, name)

type Props = Record<string, string>

/** Turns the parser's tree into ours, reporting whatever a write-up may not hold. */
export class Tree {
  readonly cited = new Set<string>()
  readonly found: Pick<Found, 'uses' | 'links' | 'images'> = { uses: [], links: [], images: [] }

  constructor(
    private readonly report: Report,
    private readonly options: { role: string; sources?: readonly string[]; known?: Known | undefined },
  ) {}

  private tell(node: { position?: Position }, code: Code, message: string, hint?: string): void {
    const { line, column } = at(node)
    this.report(line, column, code, message, hint)
  }

  /** Our nodes for the parser's; what is refused is reported and left out. */
  convert(nodes: readonly MdNode[], inParagraph = false): ContentNode[] {
    return nodes.flatMap((node, i) => this.one(node, inParagraph, i === 0))
  }

  private one(node: MdNode, inParagraph: boolean, first: boolean): ContentNode[] {
    const children = () => this.convert(node.children ?? [], inParagraph || PHRASES.includes(node.type))
    if (node.type === 'text')
      return [{ type: 'text', value: curlQuotes((node.value ?? '').replaceAll(/\s*\n\s*/g, ' '), first) }]
    if (node.type === 'break') return [{ type: 'text', value: ' ' }]
    const tag = ELEMENTS[node.type]
    if (tag) return [{ type: 'element', tag, children: children() }]
    if (node.type === 'list') return [{ type: 'element', tag: node.ordered ? 'ol' : 'ul', children: children() }]
    if (node.type === 'table') return [convertTable(node, (cells) => this.convert(cells, true), this.report)]
    if (node.type === 'heading') return [{ type: 'element', tag: 'h3', children: children() }]
    if (node.type === 'link') return [this.link(node, children())]
    if (node.type === 'definition') this.checkTarget(node)
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return this.component(node, inParagraph)
    const isComment = /^mdx.*Expression$/.test(node.type) && /^\s*\/[*/]/.test(node.value ?? '')
    const [code, message, hint] = (isComment ? COMMENT : REFUSED[node.type]) ?? [
      'element',
      `${node.type} is not allowed in a write-up`,
    ]
    this.tell(node, code, message, hint)
    return []
  }

  private link(node: MdNode, children: ContentNode[]): ContentNode {
    this.checkTarget(node)
    const anchor = writeUpAnchor(node.url ?? '')
    if (anchor) this.found.links.push({ ...at(node), ...anchor })
    return { type: 'element', tag: 'a', href: node.url ?? '', children }
  }

  private checkTarget(node: MdNode): void {
    const wrong = checkLink(node.url ?? '', this.options.known)
    if (wrong)
      this.tell(node, wrong.code, wrong.message, 'use https:// or an address of this site such as /roles/lawyer')
  }

  private component(node: MdNode, inParagraph: boolean): ContentNode[] {
    const name = node.name ?? ''
    if (!isComponent(name)) {
      const html = /^[a-z]/.test(name) || name === ''
      if (html) this.tell(node, 'raw-html', `<${name}> is not allowed`, 'a write-up holds no HTML')
      else
        this.tell(node, 'unknown-component', `<${name}> is not a component`, didYouMean(name, Object.keys(COMPONENTS)))
      return []
    }
    const { holds, block = false } = COMPONENTS[name]
    const { props, sound } = this.props(node, name)
    if (sound) this.find(node, name, props)
    if (block && inParagraph)
      this.tell(node, 'inside-paragraph', `<${name}> cannot stand inside a paragraph`, 'give it a line of its own')
    const flow = node.type === 'mdxJsxFlowElement'
    const inner = holds === 'nothing' ? [] : this.convert(node.children ?? [], inParagraph || !flow)
    if (holds === 'nothing' && (node.children ?? []).length > 0)
      this.tell(node, 'children', `<${name}> holds nothing`, `close it as <${name} … />`)
    if (holds === 'words' && plainText(node).trim() === '')
      this.tell(node, 'children', `<${name}> holds no words`, `write <${name} …>words</${name}>`)
    const [first, ...others] = inner
    if (holds === 'list' && !(first?.type === 'element' && first.tag === 'ol' && others.length === 0))
      this.tell(
        node,
        'children',
        `<${name}> must hold one numbered list`,
        'begin its lines with 1. and leave a blank line before',
      )
    // Words that are compared stay a run of words, also where they stand in lines of their own.
    if (flow && name === 'Difference') {
      const run = inner.flatMap((child) => (child.type === 'element' && child.tag === 'p' ? child.children : [child]))
      return [{ type: 'element', tag: 'p', children: [{ type: 'component', name, props, children: run }] }]
    }
    return [{ type: 'component', name, props, ...(flow ? { block: true as const } : {}), children: inner }]
  }

  private props(node: MdNode, name: ComponentName): { props: Props; sound: boolean } {
    const declared = COMPONENTS[name].props
    const props: Props = {}
    let sound = true
    const tell = (where: { position?: Position }, code: Code, message: string, hint?: string) => {
      sound = false
      this.tell(where, code, message, hint)
    }
    for (const attribute of node.attributes ?? []) {
      const where = attribute.position ? attribute : node
      const key = attribute.name ?? ''
      const prop = Object.hasOwn(declared, key) ? declared[key] : undefined
      if (attribute.type !== 'mdxJsxAttribute') tell(where, 'expression', 'spread attributes are not allowed')
      else if (!prop) tell(where, 'unknown-prop', `<${name}> has no "${key}"`, didYouMean(key, Object.keys(declared)))
      else if (typeof attribute.value !== 'string') tell(where, 'prop-value', `"${key}" must be a text in quotes`)
      else {
        const wrong = prop.check(attribute.value, this.options.known)
        if (wrong) tell(where, wrong.code, `"${key}" ${wrong.message}: "${attribute.value.slice(0, 60)}"`)
        props[key] = attribute.value
      }
    }
    for (const [key, { required }] of Object.entries(declared)) {
      if (required && !(key in props)) tell(node, 'prop-missing', `<${name}> needs "${key}"`)
    }
    return { props, sound }
  }

  /** Keeps what figures, pictures and the front matter must prove. */
  private find(node: MdNode, name: ComponentName, props: Props): void {
    const { role } = this.options
    const use = (of: FigureRef | undefined, more: Partial<FigureUse> = {}) => {
      // Figures of a role that is not there are told with the role.
      if (!of || this.options.known?.roles.has(of.role) === false) return
      this.found.uses.push({ ...at(node), of, words: plainText(node).replaceAll(/\s+/g, ' ').trim(), ...more })
    }
    if (name === 'Figure') use(refOf(props, role))
    if (name === 'Chart') {
      const median = (period: string) => ({ role, measure: `pay.${period}.median`, item: '', place: 'US' })
      use(median('annual'), { or: median('hourly') })
    }
    if (name === 'Difference') {
      const than = parseRef(props.than ?? '', role)
      if (than) use(parseRef(props.of ?? '', role), { than, expect: props.expect as 'more' })
    }
    if (name === 'Image')
      this.found.images.push({
        ...at(node),
        name: props.name ?? '',
        width: props.width ?? '',
        height: props.height ?? '',
      })
    if (name === 'Compare' && props.with === role)
      this.tell(node, 'prop-value', '"with" names the write-up\'s own role', 'name another role')
    if (name === 'Source') {
      this.cited.add(props.id ?? '')
      if (this.options.sources && !this.options.sources.includes(props.id ?? ''))
        this.tell(node, 'unknown-source', `there is no source "${props.id}" in the front matter`)
    }
  }
}

const at = (node: { position?: Position }): { line: number; column: number } => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
})
