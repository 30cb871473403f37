import type { CURRENCIES } from '../jobs/options'

type Currency = (typeof CURRENCIES)[number]

/** What people write for a currency, the longest first; a sign that several share says only that it is one of them. */
const SIGNS: readonly (readonly [RegExp, readonly Currency[]])[] = [
  [/US ?\$|\bUSD\b/, ['USD']],
  [/C(?:A|AN)? ?\$|\bCAD\b/, ['CAD']],
  [/AU? ?\$|\bAUD\b/, ['AUD']],
  [/NZ ?\$|\bNZD\b/, ['NZD']],
  [/SG? ?\$|\bSGD\b/, ['SGD']],
  [/MX ?\$|\bMXN\b/, ['MXN']],
  [/€|\bEUR\b|\beuros?\b/i, ['EUR']],
  [/£|\bGBP\b/, ['GBP']],
  [/\bCHF\b|\bS?Fr\.(?=\s*\d)/, ['CHF']],
  [/₹|\bINR\b|\bRs\.?(?=\s*\d)/, ['INR']],
  [/¥|円|\bJPY\b/, ['JPY']],
  [/\bSEK\b|\bkr\b\.?/i, ['SEK']],
  [/\$|\bdollars?\b/i, ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'MXN']],
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
    rest = rest.replaceAll(new RegExp(pattern.source, `g${pattern.flags}`), (sign) => {
      said.push({ sign: sign.trim(), may })
      return ' '
    })
  }
  return { rest: rest.replaceAll(/ +/g, ' ').trim(), said }
}
