import { hasAddress } from '../plain-name'
import { fold, squeeze } from './fold'

/** What in a text a reviewer looks at before readers see it. */
export type TextRisk = 'payment' | 'messenger' | 'papers' | 'links' | 'brand'

/** One sentence with what makes it one to look at. */
export type Sign = { risk: TextRisk; words: string }

/** A name that is somebody's, and the domain that proves it. `common`: also an everyday word, told by its capital letter. */
export type Brand = { name: string; domain?: string | null | undefined; common?: boolean | undefined }

const PAYMENT =
  /\b(fees?|deposits?|payments?|prepay|pre-pay|upfront|up front|down ?payment|refund(s|able|ed)?|(pay|send|wire|transfer|lend|invest)( us| me| for| the| a)? (money|cash|funds?|\W*\d)|pay (us|me|for|first|before)|wire transfer|money ?order|western union|moneygram|gift ?cards?|bitcoin|crypto(currency|currencies)?|usdt|ethereum|zelle|cash ?app|venmo|paypal|revolut|iban|bank (account|details|statement|card)|account number|routing number|credit card|debit card|starter kit|(buy|purchase) (your|the|a|an) )/
const MESSENGERS = ['whatsapp', 'watsapp', 'whatsap', 'telegram', 'wechat', 'viber', 'snapchat', 'kakaotalk', 'zalo']
const MESSENGER =
  /\b(messenger|skype|discord|signal (app|at|me|us|message)|on signal|via signal|line app|imo app|sms|text (me|us|to)|(call|phone|ring|dial) (me|us|now)|direct message|dm (me|us)|hangouts|google chat)\b/
/** Eight digits or more as a telephone number is written; not an amount or a range of them. */
const TELEPHONE = /(?:\+|\b00|\(\d{2,4}\)\s?|\btel\b\D{0,3})[\d\s().-]{7,}\d|\b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b/
const PAPERS =
  /\b(passports?|ssn|social security|national (id|insurance)|id ?cards?|identity (cards?|documents?|papers?)|identification (cards?|documents?|papers?)|proof of identity|birth certificate|((copy|copies|scan|photo|picture|image|selfie|front|back) (of|with|and) ([a-z]+ ){0,3}|send ([a-z]+ ){0,3})(id|ids|license|licence|papers|documents)|tax(payer)? id(entification)?)\b/
const hasTelephone = (sentence: string) => TELEPHONE.test(sentence)
const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const whole = (name: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${literal(name)}(?![\\p{L}\\p{N}])`, flags)

/** What tells whether words, as written and folded, carry a name or domain that is somebody else's. */
function brandTest({ name, domain, common }: Brand): (words: string, plain: string) => boolean {
  const named = common ? whole(name, 'u') : whole(fold(name), 'u')
  const hosted = domain ? whole(domain, 'u') : undefined
  return (words, plain) => named.test(common ? words : plain) || (hosted?.test(plain) ?? false)
}

/** A text's sentences and lines, each with what a reader would take for the end of it. */
const sentencesOf = (text: string) =>
  text
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/**
 * What a reviewer looks at in texts, sentence by sentence. Letters that only look like others, and blanks or signs put
 * between letters, hide nothing.
 * @param brands names of others
 */
export function signsIn(texts: readonly string[], brands: readonly Brand[]): Sign[] {
  const tests = brands.map(brandTest).filter((carries) => texts.some((text) => carries(text, fold(text))))
  return texts.flatMap(sentencesOf).flatMap((words) => {
    const plain = fold(words)
    const squeezed = squeeze(plain)
    const is: Record<TextRisk, boolean> = {
      payment: PAYMENT.test(plain),
      messenger: MESSENGERS.some((name) => squeezed.includes(name)) || MESSENGER.test(plain) || hasTelephone(plain),
      papers: PAPERS.test(plain),
      links: hasAddress(plain),
      brand: tests.some((carries) => carries(words, plain)),
    }
    return (Object.keys(is) as TextRisk[]).flatMap((risk) => (is[risk] ? [{ risk, words }] : []))
  })
}

/** The signs that some texts carry and others do not: a sentence that stands in both was read already. */
export function newSigns(before: readonly Sign[], after: readonly Sign[]): Sign[] {
  const key = ({ risk, words }: Sign) => `${risk} ${fold(words).replaceAll(/\s+/g, ' ')}`
  const known = new Set(before.map(key))
  return after.filter((sign) => !known.has(key(sign)))
}
