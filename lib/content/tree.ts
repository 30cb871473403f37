import { COMPONENTS } from './components'
import type { ContentNode, Problem } from './types'

/** A node as the parser gives it. */
export type MdNode = {
  type: string
  value?: string
  depth?: number
  ordered?: boolean
  url?: string
  name?: string | null
  attributes?: { type: string; name?: string; value?: unknown; position?: Position }[]
  children?: MdNode[]
  position?: Position
}
type Position = { start: { line: number; column: number } }

export type Report = (
  line: number,
  column: number,
  code: string,
  message: string,
  hint?: string,
  severity?: Problem['severity'],
) => void

const ELEMENTS: Record<string, 'p' | 'em' | 'strong' | 'li' | 'blockquote'> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  listItem: 'li',
  blockquote: 'blockquote',
}

const REFUSED: Record<string, [code: string, message: string, hint?: string]> = {
  mdxjsEsm: ['import-export', 'import and export are not allowed', 'a write-up holds words only'],
  mdxFlowExpression: ['expression', 'braces are not allowed', 'write \\{ for a brace'],
  mdxTextExpression: ['expression', 'braces are not allowed', 'write \\{ for a brace'],
  image: ['image', 'images are not allowed here'],
  imageReference: ['image', 'images are not allowed here'],
  code: ['code', 'code is not allowed', 'do not indent paragraphs'],
  inlineCode: ['code', 'code is not allowed'],
  html: ['raw-html', 'HTML is not allowed'],
  thematicBreak: ['element', 'rules between paragraphs are not allowed'],
}

const UNCITED = /[$€£]\s?\d|\d\s?(%|percent\b|dollars\b)/

/** Turns the parser's tree into ours, reporting whatever a write-up may not hold. */
export class Tree {
  readonly used = new Set<string>()

  constructor(
    private readonly report: Report,
    private readonly options: { sources?: readonly string[]; known?: ReadonlySet<string> },
  ) {}

  private tell(
    node: { position?: Position },
    code: string,
    message: string,
    hint?: string,
    severity?: Problem['severity'],
  ): void {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 }
    this.report(line, column, code, message, hint, severity)
  }

  /** Our nodes for the parser's; what is refused is reported and left out. */
  convert(nodes: readonly MdNode[]): ContentNode[] {
    return nodes.flatMap((node) => this.one(node))
  }

  private one(node: MdNode): ContentNode[] {
    const children = () => this.convert(node.children ?? [])
    if (node.type === 'text') return [this.text(node)]
    if (node.type === 'break') return [{ type: 'text', value: ' ' }]
    const tag = ELEMENTS[node.type]
    if (tag) return [{ type: 'element', tag, children: children() }]
    if (node.type === 'list') return [{ type: 'element', tag: node.ordered ? 'ol' : 'ul', children: children() }]
    if (node.type === 'heading') return [{ type: 'element', tag: 'h3', children: children() }]
    if (node.type === 'link') return [this.link(node, children())]
    if (node.type === 'definition') this.checkLink(node)
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return this.component(node)
    const [code, message, hint] = REFUSED[node.type] ?? ['element', `${node.type} is not allowed in a write-up`]
    this.tell(node, code, message, hint)
    return []
  }

  private text(node: MdNode): ContentNode {
    const value = node.value ?? ''
    if (UNCITED.test(value)) {
      this.tell(
        node,
        'uncited-number',
        `"${UNCITED.exec(value)?.[0]}" is a number without a source`,
        'use <Figure measure="…" />',
        'warning',
      )
    }
    return { type: 'text', value: value.replaceAll(/\s*\n\s*/g, ' ') }
  }

  private link(node: MdNode, children: ContentNode[]): ContentNode {
    this.checkLink(node)
    return { type: 'element', tag: 'a', href: node.url ?? '', children }
  }

  private checkLink(node: MdNode): void {
    const url = (node.url ?? '').trim()
    if (/^https:\/\/[^/]/i.test(url) && URL.canParse(url)) return
    if (!/^\/(?![/\\])/.test(url)) {
      this.tell(
        node,
        'link-target',
        `link target "${url.slice(0, 60)}" is not allowed`,
        'use https:// or an address of this site',
      )
      return
    }
    const { known } = this.options
    const [, section, last = ''] = url.split(/[?#]/)[0]?.split('/') ?? []
    const slugs = section === 'roles' && last ? [last] : section === 'compare' && last ? last.split('-vs-') : []
    const dead = known ? slugs.filter((slug) => !known.has(slug)) : []
    if (dead.length > 0) this.tell(node, 'dead-link', `there is no role "${dead.join('", "')}"`)
  }

  private component(node: MdNode): ContentNode[] {
    const name = node.name ?? ''
    const component = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined
    if (!component) {
      if (/^[a-z]/.test(name) || name === '')
        this.tell(node, 'raw-html', `<${name}> is not allowed`, 'a write-up holds no HTML')
      else
        this.tell(
          node,
          'unknown-component',
          `<${name}> is not a component`,
          `known: ${Object.keys(COMPONENTS).join(', ')}`,
        )
      return []
    }
    const props: Record<string, string> = {}
    for (const attribute of node.attributes ?? []) {
      const at = attribute.position ? attribute : node
      const key = attribute.name ?? ''
      const prop = Object.hasOwn(component.props, key) ? component.props[key] : undefined
      if (attribute.type !== 'mdxJsxAttribute') this.tell(at, 'expression', 'spread attributes are not allowed')
      else if (!prop)
        this.tell(at, 'unknown-prop', `<${name}> has no "${key}"`, `known: ${Object.keys(component.props).join(', ')}`)
      else if (typeof attribute.value !== 'string') this.tell(at, 'prop-value', `"${key}" must be a text in quotes`)
      else {
        const wrong = prop.check(attribute.value)
        if (wrong) this.tell(at, prop.code ?? 'prop-value', `"${key}" ${wrong}: "${attribute.value.slice(0, 60)}"`)
        props[key] = attribute.value
      }
    }
    for (const [key, { required }] of Object.entries(component.props)) {
      if (required && !(key in props)) this.tell(node, 'prop-missing', `<${name}> needs "${key}"`)
    }
    if (name === 'Source' && props.id) this.cite(node, props.id)
    if (props.role && this.options.known && !this.options.known.has(props.role))
      this.tell(node, 'unknown-role', `there is no role "${props.role}"`)
    if (!component.children && (node.children ?? []).length > 0)
      this.tell(node, 'children', `<${name}> holds nothing`, `close it as <${name} … />`)
    const children = component.children ? this.convert(node.children ?? []) : []
    return [{ type: 'component', name: name as 'Figure', props, children }]
  }

  private cite(node: MdNode, id: string): void {
    this.used.add(id)
    if (this.options.sources && !this.options.sources.includes(id))
      this.tell(node, 'unknown-source', `there is no source "${id}" in the front matter`)
  }
}
