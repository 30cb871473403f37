import type { Reading, Table } from './read'

/** What must not stand on any page: each rule gives the words that break it. */
export type Rule = { name: string; find(page: Reading, path: string): string[] }

const among = (pieces: readonly string[], pattern: RegExp): string[] =>
  pieces.flatMap((piece) =>
    [...piece.matchAll(pattern)].map(
      ({ 0: found, index }) => `${found} … ${piece.slice(Math.max(0, index - 40), index + 60)}`,
    ),
  )

const words = (name: string, pattern: RegExp): Rule => ({
  name,
  find: ({ blocks, texts }) => among([...blocks, ...texts], pattern),
})

/** A page that explains the words themselves. */
const butOnSources = ({ name, find }: Rule): Rule => ({
  name,
  find: (page, path) => (path === '/sources' ? [] : find(page, path)),
})

const BRITISH =
  /\b(?:(?:un)?favour\w*|colour\w*|behaviour\w*|labour\w*|neighbour\w*|honour\w*|organis\w+|recognis\w+|realis\w+|analyse[ds]?|analysing|licence\w*|centres?|metres?|programmes?|whilst|judgement\w*|catalogue\w*|enrols?|fulfils?|travell\w+|cancelled|cancelling|grey|cheques?|tyres?|practise\w*|defence|offence|mould\w*|plough\w*|ageing)\b/gi

/** Sounds that their first letter hides. */
const CONSONANT_SOUND = /^(?:one|once|uni(?!n|m[^a])|us(?:e|u)|ut[ie]|eu|ewe|ubi|u[ -]|ux)/i
const VOWEL_SOUND = /^(?:hour|honest|honor|heir|(?:[FHLMNRSX](?:[A-Z]|-|\b)))/

function findArticles({ blocks }: Reading): string[] {
  return blocks.flatMap((block) =>
    [...block.matchAll(/\b(an?) [“‘(]?([\p{L}\d][\p{L}\d-]*)/giu)].flatMap(([found, article = '', word = '']) => {
      if (article === 'A' && /^[A-Z]$/.test(word)) return []
      const vowel =
        VOWEL_SOUND.test(word) || (/^[aeiou8]/i.test(word) && !CONSONANT_SOUND.test(word)) || /^1[18]\b/.test(word)
      return vowel === (article.toLowerCase() === 'an') ? [] : [`${found} … ${block.slice(0, 80)}`]
    }),
  )
}

const digitsOf = (text: string) => /^[+−±]?\d[\d,]*(?:\.(\d+))?%$/.exec(text.trim())

function findMixedPrecision({ caption, rows: all }: Table): string[] {
  // The figures of titles stand as they were published elsewhere.
  const rows = all.some(({ official }) => official) ? all.filter(({ official }) => official) : all
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, i) => {
    const cells = rows.flatMap(({ cells }) => (digitsOf(cells[i] ?? '') ? [cells[i] ?? ''] : []))
    const kinds = new Set(cells.map((cell) => digitsOf(cell)?.[1]?.length ?? 0))
    return kinds.size > 1 ? `${caption}: ${cells.slice(0, 6).join(', ')}` : ''
  }).filter(Boolean)
}

const collator = new Intl.Collator('en-US', { sensitivity: 'base', ignorePunctuation: true })

function findDisorder(names: readonly string[]): string[] {
  return names.flatMap((name, i) => {
    const before = names[i - 1]
    return before !== undefined && collator.compare(before, name) > 0 ? [`“${name}” after “${before}”`] : []
  })
}

const rowsOf = ({ tables }: Reading, label: RegExp) =>
  tables.flatMap(({ rows }) => rows.filter((row) => label.test(row.label)))

const isList = (path: string) => path === '/roles' || path.startsWith('/families/')

export const RULES: readonly Rule[] = [
  { name: 'says its language', find: ({ lang }) => (lang === 'en' || lang === 'en-US' ? [] : [lang]) },
  {
    name: 'has a title of 60 letters at most',
    find: ({ title }) => (title.length > 0 && title.length <= 60 ? [] : [title]),
  },
  {
    name: 'is described in whole sentences of 155 letters at most',
    find: ({ description }) =>
      description === undefined || (description.length <= 155 && /[.!?]$/.test(description)) ? [] : [description],
  },
  words('figures are copied alone', /\d,\d{1,2}(?!\d)|\d,\d{4,}|\$\d[\d,]*\.(?:\d(?!\d)|\d{3,})|%\d/g),
  words('no machine word is told to a reader', /\b(?:NaN|undefined|null|Infinity)\b|\[object/g),
  words('no double hyphen', /--/g),
  words('no two labels in one', /: for: /g),
  words('American spelling', BRITISH),
  words(
    'American dates',
    /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g,
  ),
  { name: 'curly quotes', find: ({ texts }) => among(texts, /["']/g) },
  words('one is singular', /(?<![\d.,])1 (?:points|years|times|jobs|roles|people|months|bands|answers|occupations)\b/g),
  words('a level of education fits its sentence', /\bis some college, no degree/gi),
  { name: 'articles', find: findArticles },
  { name: 'one precision a column', find: ({ tables }) => tables.flatMap(findMixedPrecision) },
  butOnSources(words('what stands on the page is complete', /not in our copy|re-laid copy|marker inferred/gi)),
  words('the same level is not the same qualification', /\(as now\)/g),
  butOnSources(words('sectors by their short names', /OEWS Designation/g)),
  words(
    'no name that nobody should read',
    /\b(?:handicapped|retarded|crippled|insane|negro|stewardess|houseboy|mulatto|half-?breed)\b/gi,
  ),
  {
    name: 'a difference names its leader',
    find: ({ tables }) =>
      tables.flatMap(({ heads, rows }) => {
        const at = heads.indexOf('Difference')
        return at < 1
          ? []
          : rows.flatMap(({ label, cells }) =>
              /^[+−][\s\S]*$/.test(cells[at - 1] ?? '') ? [`${label}: ${cells[at - 1]}`] : [],
            )
      }),
  },
  {
    name: 'a gap says why it is one',
    find: ({ tables }) =>
      tables.flatMap(({ rows }) =>
        rows.filter(({ cells }) => /^(?:published|derived)$/.test(cells[0] ?? '')).map(({ label }) => label),
      ),
  },
  {
    name: 'people are never counted as none',
    find: (page) =>
      rowsOf(page, /^People employed|^[Aa]ged /).flatMap(({ label, cells }) =>
        cells.filter((cell) => /^0(?!\.)/.test(cell)).map((cell) => `${label}: ${cell}`),
      ),
  },
  {
    name: 'a superlative says its statistic, its year and the nation’s figure',
    find: (page) =>
      rowsOf(page, /(?:Highest|Best) paying (?:state|metro|industry)/).flatMap(({ label, cells }) =>
        cells
          .filter((cell) => /\$/.test(cell))
          .flatMap((cell) =>
            /mean/i.test(cell + label) && /\b20\d\d\b/.test(cell + label) && /nation|United States/i.test(cell)
              ? []
              : [`${label}: ${cell}`],
          ),
      ),
  },
  { name: 'names by collation', find: ({ lists }, path) => (isList(path) ? lists.flatMap(findDisorder) : []) },
]
