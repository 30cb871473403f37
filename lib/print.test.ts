import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { formatDay, formatLastDay } from './format'
import { printTitle } from './roles/official-title'

/** Spellings of Great Britain, by their stems. */
const BRITISH =
  /\b\w*(colour|favour|organis|licence|honour|labour|behaviour|neighbour|cancelled|catalogue|programme\b|recognis|summaris|minimis|maximis|analyse|apologis|authoris|categoris|defence|enrol\b|fulfil\b|judgement|learnt|prioritis|specialis[ei](?!t)|standardis|travell|utilis|whilst|amongst|practise|labell|counsell)\w*/i
/** Words in a string or between two tags: what has a blank and a letter. */
const STRINGS =
  /'((?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)* (?:[^`\\]|\\.)*)`|>([^<>{}]*[A-Za-z][^<>{}]*)</g
/** A line of JSX that is nothing but words. */
const WORDS = /^\s+[A-Za-z][^=;(){}<>` ]* [^=;(){}<>`]*$/

function* filesIn(folder: string, ending: RegExp): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path, ending)
    else if (ending.test(entry.name) && !/\.test\.|fixtures/.test(path)) yield path
  }
}

/** The words that people read in a module, each with its place. */
function* wordsOf(path: string): Generator<[place: string, words: string]> {
  for (const [i, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (/^\s*(\/\/|\/?\*|import |export \* )/.test(line)) continue
    const place = `${path}:${i + 1}`
    if (path.endsWith('x') && WORDS.test(line)) yield [place, line.trim()]
    for (const [, one, two, three] of line.matchAll(STRINGS)) {
      // Code inside a template is no word.
      yield [place, (one ?? two ?? three ?? '').replaceAll(/\$\{[^}]*\}/g, '…')]
    }
  }
}

const OURS = ['app', 'components', 'lib'].flatMap((folder) => [...filesIn(folder, /\.tsx?$/)])

it('what readers and employers are told is spelled as in America', () => {
  const found = OURS.flatMap((path) => [...wordsOf(path)]).filter(
    ([, words]) => BRITISH.test(words) && !/\b(select|insert into) |class=/.test(words),
  )
  expect(found).toEqual([])
})

it('so are the guides and the data that pages print', () => {
  const texts = ['README.md', ...filesIn('docs', /\.md$/), 'data/titles.csv', 'data/sources.json']
  const found = texts.flatMap((path) => {
    // A front matter's key is no word.
    const match = BRITISH.exec(readFileSync(path, 'utf8').replaceAll(/`[^`\n]*`/g, ''))
    return match ? [`${path}: ${match[0]}`] : []
  })
  expect(found).toEqual([])
})

it('quotes and apostrophes on pages are curled', () => {
  const found = OURS.filter((path) => path.endsWith('.tsx')).flatMap((path) =>
    [...wordsOf(path)].filter(
      ([, words]) => /[a-z]'[a-z]|(^|\s)"[A-Za-z]|[a-z]"(\s|$)/.test(words) && !/=/.test(words),
    ),
  )
  expect(found).toEqual([])
})

it('days are written as in America', () => {
  expect(formatDay(new Date('2026-11-21T12:00:00Z'))).toBe('November 21, 2026')
  expect(formatLastDay(new Date('2026-12-22T06:59:59Z'), 'America/Denver')).toBe('December 21, 2026, Mountain Time')
})

it('two hyphens in an official title are printed as a dash', () => {
  expect(printTitle('Helpers--Electricians')).toBe('Helpers—Electricians')
  expect(printTitle("Police and Sheriff's Patrol Officers")).toBe('Police and Sheriff’s Patrol Officers')
})
