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

const FILES = 2 ** 20

/**
 * Files that are too much alike.
 * @returns for each pair the two positions, the smaller first, and how alike they are
 */
export function findAlike(files: readonly (readonly number[])[]): { a: number; b: number; alike: number }[] {
  const count = files.length
  // Sorted by run, then by file: equal runs stand side by side. A run has 32 bits, so both fit into one number.
  const all = new Float64Array(files.reduce((sum, runs) => sum + runs.length, 0))
  let next = 0
  for (const [file, runs] of files.entries()) {
    for (const run of runs) {
      all[next] = run * FILES + file
      next += 1
    }
  }
  all.sort()
  const shared = new Int32Array(count * count)
  for (let from = 0, to = 0; from < all.length; from = to) {
    const run = Math.floor((all[from] ?? 0) / FILES)
    to = from + 1
    while (to < all.length && Math.floor((all[to] ?? 0) / FILES) === run) to += 1
    for (let i = from; i < to; i += 1)
      for (let j = i + 1; j < to; j += 1) {
        const at = ((all[i] ?? 0) % FILES) * count + ((all[j] ?? 0) % FILES)
        shared[at] = (shared[at] ?? 0) + 1
      }
  }
  const pairs: { a: number; b: number; alike: number }[] = []
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1) {
      const n = shared[a * count + b] ?? 0
      const alike = n === 0 ? 0 : n / ((files[a]?.length ?? 0) + (files[b]?.length ?? 0) - n)
      if (alike > ALIKE) pairs.push({ a, b, alike })
    }
  return pairs
}
