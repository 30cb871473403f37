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
  return value
}

/** Whole numbers of 32 bits as base64, which is read many times faster than a list of them. */
export const packRuns = (runs: Iterable<number>): string => Buffer.from(Int32Array.from(runs).buffer).toString('base64')

/** What {@link packRuns} put away. */
export const unpackRuns = (packed: string): Int32Array =>
  new Int32Array(Uint8Array.from(Buffer.from(packed, 'base64')).buffer)

/** Hashes of all runs of five words in these nodes, each once, packed. */
export function shinglesOf(nodes: readonly MdNode[], known: Known | undefined): string {
  const text = nodes.map(wordsOf).join('\n').toLowerCase()
  const words = withoutNames(text.match(/[\p{L}\p{N}]+/gu) ?? [], known?.names ?? new Set())
  const runs = new Set<number>()
  for (let i = 0; i + RUN <= words.length; i += 1) runs.add(hash(words.slice(i, i + RUN).join(' ')))
  return packRuns(runs)
}

/** Pairs of files that share more than this part of their runs (Jaccard). */
export const ALIKE = 0.35

/**
 * Files that are too much alike.
 * @param files the runs of each, packed
 * @returns for each pair the two positions, the smaller first, and how alike they are
 */
export function findAlike(files: readonly string[]): { a: number; b: number; alike: number }[] {
  const count = files.length
  const runs = files.map(unpackRuns)
  const shared = new Int32Array(count * count)
  const total = runs.reduce((sum, { length }) => sum + length, 0)
  const all = new Int32Array(total)
  const owner = new Int32Array(total)
  // Chains of the runs that end in the same bits: a Map of as many numbers takes three times as long.
  const heads = new Int32Array(2 ** Math.ceil(Math.log2(total + 1))).fill(-1)
  const before = new Int32Array(total)
  let next = 0
  runs.forEach((own, b) => {
    for (let i = 0; i < own.length; i += 1) {
      const run = own[i] ?? 0
      const slot = run & (heads.length - 1)
      for (let other = heads[slot] ?? -1; other >= 0; other = before[other] ?? -1) {
        const pair = (owner[other] ?? 0) * count + b
        if (all[other] === run) shared[pair] = (shared[pair] ?? 0) + 1
      }
      all[next] = run
      owner[next] = b
      before[next] = heads[slot] ?? -1
      heads[slot] = next
      next += 1
    }
  })
  const pairs: { a: number; b: number; alike: number }[] = []
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1) {
      const n = shared[a * count + b] ?? 0
      const alike = n === 0 ? 0 : n / ((runs[a]?.length ?? 0) + (runs[b]?.length ?? 0) - n)
      if (alike > ALIKE) pairs.push({ a, b, alike })
    }
  return pairs
}
