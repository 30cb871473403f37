/** Letters of other scripts that look like Latin ones, lower case. */
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  α: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ε: 'e',
  ɡ: 'g',
  һ: 'h',
  і: 'i',
  ι: 'i',
  ı: 'i',
  ј: 'j',
  к: 'k',
  κ: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  ο: 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  τ: 't',
  υ: 'u',
  ν: 'v',
  ѵ: 'v',
  ԝ: 'w',
  ω: 'w',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
}

/** Text as it is compared: lower case, without accents and invisible characters, lookalike letters as the Latin ones. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll(/[‘’ʼ`]/g, "'")
    .toLowerCase()
    .replaceAll(/[^\p{ASCII}]/gu, (letter) => LOOKALIKES[letter] ?? letter)

/** Folded text with letters and digits alone: `w h a t s - a p p` as `whatsapp`. */
export const squeeze = (folded: string): string => folded.replaceAll(/[^a-z0-9]/g, '')
