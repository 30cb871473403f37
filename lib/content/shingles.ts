import type { Known } from './known'
import type { MdNode } from './markdown'

const RUN = 5
/** No role's name has more words than this. */
const LONGEST_NAME = 12

function wordsOf(node: MdNode): string {
  if (node.type === 'heading') return ''
  return (
    node.value ?? (node.children ?? []).map(wordsOf).join(node.type === 'list' || node.type === 'root' ? '\n' : ' ')
  )
}

/** Words without the names of roles, so that a sentence with another role in it is the same sentence. */
function withoutNames(words: readonly string[], names: ReadonlySet<string>): string[] {
  const firsts = firstWords(names)
  const left: string[] = []
  for (let i = 0; i < words.length; ) {
    let taken = 0
    if (firsts.has(words[i] ?? '')) {
      for (let n = Math.min(LONGEST_NAME, words.length - i); n > 0 && taken === 0; n -= 1)
        if (names.has(words.slice(i, i + n).join(' '))) taken = n
    }
    if (taken === 0) left.push(words[i] ?? '')
    i += taken || 1
  }
  return left
}

const FIRSTS = new WeakMap<ReadonlySet<string>, Set<string>>()

function firstWords(names: ReadonlySet<string>): Set<string> {
  const firsts = FIRSTS.get(names) ?? new Set([...names].map((name) => name.split(' ')[0] ?? ''))
  FIRSTS.set(names, firsts)
  return firsts
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** Hashes of all runs of five words in these nodes, each once. */
export function shinglesOf(nodes: readonly MdNode[], known: Known | undefined): number[] {
  const text = nodes.map(wordsOf).join('\n').toLowerCase()
  const words = withoutNames(text.match(/[\p{L}\p{N}]+/gu) ?? [], known?.names ?? new Set())
  const runs = new Set<number>()
  for (let i = 0; i + RUN <= words.length; i += 1) runs.add(hash(words.slice(i, i + RUN).join(' ')))
  return [...runs]
}

/** Pairs of files that share more than this part of their runs (Jaccard). */
export const ALIKE = 0.35

/**
 * Files that are too much alike.
 * @returns for each pair the two positions, the smaller first, and how alike they are
 */
export function findAlike(files: readonly (readonly number[])[]): { a: number; b: number; alike: number }[] {
  const holders = new Map<number, number[]>()
  const pairs: { a: number; b: number; alike: number }[] = []
  files.forEach((runs, b) => {
    const shared = new Map<number, number>()
    for (const run of runs) {
      const others = holders.get(run)
      if (others) {
        for (const a of others) shared.set(a, (shared.get(a) ?? 0) + 1)
        others.push(b)
      } else holders.set(run, [b])
    }
    for (const [a, n] of shared) {
      const alike = n / (runs.length + (files[a]?.length ?? 0) - n)
      if (alike > ALIKE) pairs.push({ a, b, alike })
    }
  })
  return pairs
}
