import type { MailKind } from '../companies/domain'
import type { Sign, TextRisk } from '../signs/signs'
import { isFarOut, type PayContext } from './pay-context'
import type { Posting } from './posting'

/** Reasons to look closely, with what a reviewer reads. */
export const RISKS: Record<string, string> = {
  'new-company': 'No job of this company has been live yet',
  unverified: 'The company’s domain is not verified',
  'free-mail': 'Written from a free mail address',
  'disposable-mail': 'Written from a throw-away address',
  pay: 'Pay lies far outside what the role earns',
  links: 'Links or addresses in the text',
  payment: 'Speaks of money to be paid, or of an account',
  messenger: 'A messenger or telephone number in the text',
  papers: 'Asks for identity papers',
  brand: 'Another company’s name or domain',
  repeated: 'The same text as another posting',
}

type About = {
  firstJob: boolean
  verified: boolean
  mail: MailKind
  repeated: boolean
  pay: PayContext | undefined
  signs: readonly Sign[]
}

/** The texts of a posting that anybody may have put anything in. */
export const textsOf = (posting: Posting): string[] => [
  posting.title,
  posting.description,
  ...posting.responsibilities,
  ...posting.needed,
  ...posting.nice,
  posting.commission,
  posting.benefits,
  posting.start,
  posting.reference,
]

/** Why a reviewer should look closely at a posting. */
export function risksOf(about: About): string[] {
  const says = (risk: TextRisk) => about.signs.some((sign) => sign.risk === risk)
  const found = {
    'new-company': about.firstJob,
    unverified: !about.verified,
    'free-mail': about.mail === 'free',
    'disposable-mail': about.mail === 'disposable',
    pay: about.pay !== undefined && isFarOut(about.pay),
    links: says('links'),
    payment: says('payment'),
    messenger: says('messenger'),
    papers: says('papers'),
    brand: says('brand'),
    repeated: about.repeated,
  }
  return Object.entries(found).flatMap(([risk, is]) => (is ? [risk] : []))
}
