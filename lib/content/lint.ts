import type { Code } from './codes'
import type { Known } from './known'
import type { MdNode, Report } from './markdown'
import { Positions } from './positions'
import { listRuns, listSentences, type Run, type Token } from './runs'

/** Whether a word is spelled as some dictionary has it, at the start of a sentence or inside. */
export type IsWord = (word: string) => boolean

const NUMBER = String.raw`\d+(?:[.,]\d+)*`
const COUNT = `(?:${NUMBER}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)`
const UNCITED = new RegExp(
  [
    String.raw`[$€£]\s?${NUMBER}`,
    String.raw`\b${NUMBER}\s?%`,
    String.raw`\b${COUNT}[ -](?:percent|dollars)\b`,
    String.raw`\b${NUMBER}\s(?:thousand|million|billion|jobs|workers|openings)\b`,
    String.raw`\b${NUMBER}[ -]years?\b`,
    String.raw`\b${COUNT} years? of\b`,
  ].join('|'),
  'giu',
)

const COMPARATIVE = new Set(
  'more less fewer higher lower larger smaller greater faster slower above below than'.split(' '),
)
const REACH = 8
const LONGEST_SENTENCE = 35

const FILLER = [
  ...['very unique', 'in order to', 'a wide range of', 'plays a crucial role', 'play a crucial role', 'fast-paced'],
  ...['dynamic', 'passionate', 'leverage', 'leverages', 'leveraging', 'ensure that', 'ensures that'],
  ...['it is important to note', "in today's", 'world of', 'journey'],
].map((phrase) => phrase.split(' '))

const plain = (word: string) => word.toLowerCase().replaceAll('’', "'")

/**
 * Reads a write-up's words, never its markup, and warns of what a careful editor would change.
 * @returns words that no dictionary has, in lower case, whether the project has them or not
 */
export function lintProse(
  body: readonly MdNode[],
  text: string,
  known: Known | undefined,
  report: Report,
  isWord?: IsWord,
): string[] {
  const positions = new Positions(text)
  const tell = (node: MdNode, index: number, code: Code, message: string, hint: string, error = false) => {
    const { line, column } =
      node.type === 'text' ? positions.inText(node, index) : (node.position?.start ?? { line: 1, column: 1 })
    report(line, column, code, message, hint, error ? 'error' : 'warning')
  }
  const warn = (token: Token, code: Code, message: string, hint: string) =>
    tell(token.node, token.index, code, message, hint)
  const runs = listRuns(body)
  for (const run of runs) {
    for (const node of run.texts) {
      for (const match of (node.value ?? '').matchAll(UNCITED))
        tell(
          node,
          match.index,
          'uncited-number',
          `"${match[0]}" is a number without a source`,
          'use <Figure measure="…" />',
        )
      for (const match of (node.value ?? '').matchAll(/\?\?\?\s*([^\n?]*)/g))
        tell(
          node,
          match.index,
          'gap',
          `still to be written${match[1] ? `: ${match[1].trim()}` : ''}`,
          'put your words in place of this line',
          true,
        )
    }
    lintComparisons(run, warn)
    lintRepeats(run, warn)
    lintFiller(run, warn)
    lintSentences(run, warn)
  }
  return known && isWord ? lintSpelling(runs, known, isWord, warn) : []
}

type Warn = (token: Token, code: Code, message: string, hint: string) => void

/** The words near a figure: at most eight either way. */
function* near(tokens: readonly Token[], from: number, step: 1 | -1): Generator<number> {
  let words = 0
  for (let i = from + step; i >= 0 && i < tokens.length && words < REACH; i += step) {
    if (tokens[i]?.kind !== 'word') continue
    words += 1
    yield i
  }
}

function lintComparisons({ tokens }: Run, warn: Warn): void {
  const found = new Set<number>()
  tokens.forEach((token, i) => {
    if (token.kind !== 'figure') return
    for (const step of [-1, 1] as const)
      for (const at of near(tokens, i, step)) {
        const word = tokens[at]
        if (word && !word.compared && COMPARATIVE.has(plain(word.text))) found.add(at)
      }
  })
  for (const at of found) {
    const token = tokens[at]
    // "more than" is one comparison.
    if (token && !(plain(token.text) === 'than' && found.has(at - 1)))
      warn(
        token,
        'comparison',
        `"${token.text}" compares near a <Figure>, and nothing proves it`,
        'put the words into <Difference of="…" than="…" expect="…">, or say it without comparing',
      )
  }
}

function lintRepeats({ tokens }: Run, warn: Warn): void {
  tokens.forEach((token, i) => {
    const last = tokens[i - 1]
    if (last?.kind === 'word' && token.kind === 'word' && /^\s+$/.test(token.before) && /\p{L}/u.test(token.text))
      if (plain(last.text) === plain(token.text))
        warn(token, 'repeated-word', `"${token.text}" stands there twice`, 'take one out')
  })
}

function lintFiller({ tokens }: Run, warn: Warn): void {
  tokens.forEach((token, i) => {
    for (const phrase of FILLER) {
      if (phrase.every((word, n) => plain(tokens[i + n]?.text ?? '') === word))
        warn(token, 'filler', `"${phrase.join(' ')}" says nothing`, 'take it out or say what is meant')
    }
  })
}

function lintSentences(run: Run, warn: Warn): void {
  for (const sentence of listSentences(run)) {
    const [first] = sentence
    if (first && sentence.length > LONGEST_SENTENCE)
      warn(
        first,
        'long-sentence',
        `the sentence has ${sentence.length} words`,
        `make two of at most ${LONGEST_SENTENCE}`,
      )
  }
}

/** The parts of a word that a dictionary may have: no possessive, hyphens apart. */
const partsOf = (word: string) => word.replaceAll('’', "'").replace(/'s$/i, '').replace(/s'$/, 's').split('-')

/** Capitalised words inside a sentence are names; the same word is a name at a sentence's start. */
function namesIn(runs: readonly Run[]): Set<string> {
  const names = new Set<string>()
  for (const run of runs)
    for (const sentence of listSentences(run))
      for (const { text } of sentence.slice(1))
        if (/^\p{Lu}/u.test(text)) for (const part of partsOf(text)) names.add(part)
  return names
}

function lintSpelling(runs: readonly Run[], known: Known, isWord: IsWord, warn: Warn): string[] {
  const foreign = new Set<string>()
  const names = namesIn(runs)
  for (const { tokens } of runs) {
    for (const token of tokens) {
      if (token.kind !== 'word' || /\d|^(?:\p{Lu}\.)+$/u.test(token.text)) continue
      const missing = partsOf(token.text).filter(
        (part) => !(/^\p{Lu}{2,}s?$/u.test(part) || names.has(part) || isWord(part)),
      )
      for (const part of missing) foreign.add(part.toLowerCase())
      const wrong = missing.filter((part) => !known.words.has(part.toLowerCase()))
      if (wrong.length > 0)
        warn(
          token,
          'spelling',
          `"${wrong.join('-')}" is in no dictionary`,
          'correct it, or add it to content/words.txt',
        )
    }
  }
  return [...foreign]
}
