import type { MdNode } from './markdown'

/** A word of a run, or a figure that stands in it. */
export type Token = {
  kind: 'word' | 'figure'
  text: string
  /** The text node that holds the word, and where in its value. */
  node: MdNode
  index: number
  /** What stands between this and the token before. */
  before: string
  compared: boolean
}

const WORD = /(?:\p{Lu}\.){2,}|\d+(?:[.,]\d+)*|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

/** Text that is read in one go: a paragraph, a heading, the words of a callout. */
export type Run = { tokens: Token[]; texts: MdNode[]; after: string }

/** Takes nodes apart into runs. */
export function listRuns(nodes: readonly MdNode[]): Run[] {
  const runs: Run[] = []
  let run: Run = { tokens: [], texts: [], after: '' }
  const close = () => {
    if (run.texts.length > 0 || run.tokens.length > 0) runs.push(run)
    run = { tokens: [], texts: [], after: '' }
  }
  const add = (token: Omit<Token, 'before'>, before: string) => {
    run.tokens.push({ ...token, before })
    run.after = ''
  }
  const read = (node: MdNode) => {
    const value = node.value ?? ''
    run.texts.push(node)
    let last = 0
    for (const match of value.matchAll(WORD)) {
      add(
        { kind: 'word', text: match[0], node, index: match.index, compared },
        run.after + value.slice(last, match.index),
      )
      last = match.index + match[0].length
    }
    run.after += value.slice(last)
  }
  let compared = false
  const walk = (node: MdNode) => {
    const children = node.children ?? []
    if (node.type === 'text') return read(node)
    if (node.type === 'break') {
      run.after += ' '
      return
    }
    if (node.name === 'Figure') return add({ kind: 'figure', text: '', node, index: 0, compared }, run.after)
    const inline = ['emphasis', 'strong', 'link'].includes(node.type) || node.type === 'mdxJsxTextElement'
    const apart = !inline || node.name === 'Callout'
    if (apart) close()
    const outer = compared
    if (node.name === 'Difference') compared = true
    for (const child of children) walk(child)
    compared = outer
    if (apart) close()
  }
  for (const node of nodes) walk(node)
  close()
  return runs
}

const NO_END = new Set(['mr', 'mrs', 'ms', 'dr', 'st', 'vs', 'no', 'jr', 'sr', 'inc', 'approx'])

/** Whether a sentence ends between a word and what follows it. */
function endsAfter(word: Token | undefined, between: string): boolean {
  if (/[!?…]/.test(between)) return true
  if (!/\.(?:["”’')\]]|\s|$)/.test(between)) return false
  const text = word?.text ?? ''
  return !(NO_END.has(text.toLowerCase()) || (/^\p{L}$/u.test(text) && text !== 'I'))
}

/** The sentences of a run. */
export function listSentences({ tokens }: Run): Token[][] {
  const sentences: Token[][] = []
  tokens.forEach((token, i) => {
    const last = sentences.at(-1)
    if (!last || endsAfter(tokens[i - 1], token.before)) sentences.push([token])
    else last.push(token)
  })
  return sentences
}
