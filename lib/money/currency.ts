import type { CURRENCIES } from '../jobs/options'

type Currency = (typeof CURRENCIES)[number]

/** What people write for a currency, the longest first; a sign that several share says only that it is one of them. */
const SIGNS: readonly (readonly [RegExp, readonly Currency[]])[] = [
  [/US ?\$|(?<![A-Z])USD(?![A-Z])/i, ['USD']],
  [/C(?:A|AN)? ?\$|(?<![A-Z])CAD(?![A-Z])/i, ['CAD']],
  [/AU? ?\$|(?<![A-Z])AUD(?![A-Z])/i, ['AUD']],
  [/NZ ?\$|(?<![A-Z])NZD(?![A-Z])/i, ['NZD']],
  [/SG? ?\$|(?<![A-Z])SGD(?![A-Z])/i, ['SGD']],
  [/MX ?\$|(?<![A-Z])MXN(?![A-Z])/i, ['MXN']],
  [/€|(?<![A-Z])(?:EUR|euros?)(?![A-Z])/i, ['EUR']],
  [/£|(?<![A-Z])GBP(?![A-Z])/i, ['GBP']],
  [/(?<![A-Z])CHF(?![A-Z])|(?<![A-Z])S?Fr\.(?=\s*\d)/i, ['CHF']],
  [/₹|(?<![A-Z])(?:INR(?![A-Z])|Rs\.?(?=\s*\d))/i, ['INR']],
  [/¥|円|(?<![A-Z])JPY(?![A-Z])/i, ['JPY']],
  [/(?<![A-Z])(?:SEK|kr)(?![A-Z])\.?/i, ['SEK']],
  [/\$|(?<![A-Z])dollars?(?![A-Z])/i, ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'MXN']],
]

/** Those whose users part decimals by a comma. */
export const COMMA_IS_DECIMAL: ReadonlySet<string> = new Set(['EUR', 'SEK'])

/**
 * Takes the signs and codes of currencies out of a text.
 * @returns the rest, and the currencies that each sign may stand for
 */
export function takeCurrency(text: string): { rest: string; said: { sign: string; may: readonly string[] }[] } {
  let rest = text
  const said: { sign: string; may: readonly string[] }[] = []
  for (const [pattern, may] of SIGNS) {
    rest = rest.replaceAll(new RegExp(pattern.source, 'gi'), (sign) => {
      said.push({ sign: sign.trim(), may })
      return ' '
    })
  }
  return { rest: rest.replaceAll(/ +/g, ' ').trim(), said }
}
