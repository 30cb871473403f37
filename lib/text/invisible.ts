/**
 * Characters that show nothing and may carry something: Unicode's default-ignorable code points (soft hyphen, zero
 * widths, bidirectional controls, Hangul fillers, variation selectors, tags), other format controls, and code points
 * that are no characters. Source: Unicode 16, DerivedCoreProperties and chapter 23.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]/gu

/** Controls; line ends and tabs are the reader's own to judge. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu

/** Sequences that are drawn as one picture: joined, colored, keycaps, and the three flags that Unicode spells in tags. */
const FLAG = String.raw`\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}`
const PICTURE = String.raw`\p{Extended_Pictographic}[\uFE0E\uFE0F]?[\u{1F3FB}-\u{1F3FF}]?`
/** A letter of a script whose words need a joiner or its opposite, with its marks. */
const JOINING = String.raw`[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mand}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]`
/** Signs that take a vowel away: after one, a joiner chooses a letter's form, also at the end of a word. */
const VIRAMA = String.raw`[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]`

/** What is kept whole though it holds invisible characters. */
const KEPT = new RegExp(
  [
    FLAG,
    String.raw`${PICTURE}(?:\u200D${PICTURE})*`,
    String.raw`[0-9#*]\uFE0F\u20E3`,
    String.raw`${VIRAMA}[\u200C\u200D](?=[^\u200C\u200D]|$)`,
    String.raw`(?<=(?=[\p{L}\p{M}])${JOINING})[\u200C\u200D](?=(?=[\p{L}\p{M}])${JOINING})`,
    // An ideograph in another form: names are written with it.
    String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]`,
  ].join('|'),
  'gu',
)

/** Takes out of a text what shows nothing; joiners stay where a script or a picture needs them. */
export function dropInvisible(text: string): string {
  let [out, from] = ['', 0]
  for (const found of text.matchAll(KEPT)) {
    out += text.slice(from, found.index).replaceAll(INVISIBLE, '') + found[0]
    from = found.index + found[0].length
  }
  return (out + text.slice(from).replaceAll(INVISIBLE, '')).replaceAll(CONTROLS, '')
}

/** Takes out all that shows nothing: in an address nothing needs it. */
export const dropEveryInvisible = (text: string): string => text.replaceAll(INVISIBLE, '')
