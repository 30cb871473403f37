import type { MailKind } from '../companies/domain'
import { isFarOut, type PayContext } from './pay-context'
import type { Posting } from './posting'

/** Reasons to look closely, with what a reviewer reads. */
export const RISKS: Record<string, string> = {
  'new-company': 'No job of this company has been live yet',
  unverified: 'The company’s domain is not verified',
  'free-mail': 'Written from a free mail address',
  'disposable-mail': 'Written from a throw-away address',
  pay: 'Pay lies far outside what the role earns',
  links: 'Links in the text',
  repeated: 'The same text as another posting',
}

type About = { firstJob: boolean; verified: boolean; mail: MailKind; repeated: boolean; pay: PayContext | undefined }

/** Why a reviewer should look closely at a posting. */
export function risksOf({ description, benefits }: Posting, about: About): string[] {
  const found = {
    'new-company': about.firstJob,
    unverified: !about.verified,
    'free-mail': about.mail === 'free',
    'disposable-mail': about.mail === 'disposable',
    pay: about.pay !== undefined && isFarOut(about.pay),
    links: /https?:\/\/|www\./i.test(`${description} ${benefits}`),
    repeated: about.repeated,
  }
  return Object.entries(found).flatMap(([risk, is]) => (is ? [risk] : []))
}
