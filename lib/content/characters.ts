/** A character that no reader sees, or that was put together from several, with what to do about it. */
export type OddCharacter = { index: number; message: string; hint: string }

const NAMES: Record<string, string> = {
  '\u00a0': 'a no-break space',
  '\u00ad': 'a soft hyphen',
  '\u061c': 'an Arabic letter mark',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u200e': 'a left-to-right mark',
  '\u200f': 'a right-to-left mark',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
  '\u202f': 'a narrow no-break space',
  '\u2060': 'a word joiner',
  '\ufeff': 'a byte order mark',
  '\ufffd': 'the mark of a lost character',
}

const KINDS: [RegExp, string][] = [
  [/^[\u202a-\u202e\u2066-\u2069]$/, 'a mark that turns the direction of writing'],
  [/^\p{Zs}$/u, 'a space of another width'],
  [/^\p{Cc}$/u, 'a control character'],
  [/^\p{Co}$/u, 'a character of some font’s own'],
  [/^./u, 'an invisible character'],
]

/** Whatever is not seen, but for the blank, the tab and ends of lines; a lost character is seen as a question mark. */
const ODD = /(?![\t\n\r ])[\p{Cc}\p{Cf}\p{Co}\p{Zs}\p{Zl}\p{Zp}\p{DI}\u2800\ufffd]/gu
/** Pictures are put together from several characters, with marks that nobody sees. */
const PICTURE =
  /\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})?)*/gu
const CLUSTER = /\P{M}\p{M}*/gu

const codeOf = (character: string) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`

function describe(character: string): Omit<OddCharacter, 'index'> {
  const name = NAMES[character] ?? KINDS.find(([kind]) => kind.test(character))?.[1]
  const space = /\p{Zs}/u.test(character)
  const lost = character === '\ufffd'
  return {
    message: `here stands ${name} (${codeOf(character)})`,
    hint: lost ? 'write the character that was there' : space ? 'put a plain space in its place' : 'take it out',
  }
}

/** Every odd character of a text, in order. */
export function findOddCharacters(text: string): OddCharacter[] {
  const found: OddCharacter[] = []
  const inPicture = new Set<number>()
  for (const { 0: picture, index } of text.matchAll(PICTURE))
    for (let i = index; i < index + picture.length; i += 1) inPicture.add(i)
  for (const { 0: character, index } of text.matchAll(ODD))
    if (!inPicture.has(index)) found.push({ index, ...describe(character) })
  if (text !== text.normalize('NFC'))
    for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
      const whole = cluster.normalize('NFC')
      if (whole === cluster) continue
      const codes = [...cluster].map(codeOf).join(' ')
      found.push({
        index,
        message: `“${whole}” is written as ${codes}`,
        hint: `write it as ${[...whole].map(codeOf).join(' ')}, which is Unicode NFC`,
      })
    }
  return found.sort((a, b) => a.index - b.index)
}
