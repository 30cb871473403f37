/** Letters that Unicode does not take apart, as people write them in ASCII; of Russian, Ukrainian and Greek the usual forms. */
const LETTERS = new Map(
  (
    'ß ss æ ae œ oe ø o đ d ð d þ th ł l ı i ŋ n ħ h ' +
    'а a б b в v г g ґ g д d ђ dj е e є ye ж zh з z и i і i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u ф f х kh ц ts ч ch џ dz ш sh щ shch ъ - ы y ь - э e ю yu я ya ' +
    'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o'
  )
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(' ') as [string, string])
    .map(([letter, ascii]) => [letter, ascii.replace('-', '')] as const),
)

/** й and ё would lose their marks and be other letters. */
const WHOLE: Record<string, string> = { й: 'y', ё: 'yo', ў: 'u' }

/**
 * A name as part of an address: ASCII letters and digits with hyphens between. Latin letters lose their accents,
 * Cyrillic and Greek ones are written in Latin.
 * @returns empty for a name of other scripts alone: its page gets a number
 */
export const slugify = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[йёў]/g, (letter) => WHOLE[letter] ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\0-\x7F]/gu, (letter) => LETTERS.get(letter) ?? ' ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** The most letters of a name that go into an address. */
const MOST = 60

/** The start of an address made from a name. @param otherwise what a name of no Latin letters is called */
export const slugBase = (name: string, otherwise: string): string =>
  slugify(name).slice(0, MOST).replace(/-$/, '') || otherwise
