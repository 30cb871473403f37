'use server'

import { checkRecord, recordName, recordValue } from '@/lib/companies/dns'
import { domainOfSite } from '@/lib/companies/domain'
import { MOST_BYTES } from '@/lib/companies/logo'
import { memberFor } from '@/lib/companies/members'
import { changeCompany, createCompany } from '@/lib/companies/mutations'
import { makePicture } from '@/lib/companies/picture'
import { PROFILE_FIELDS, profileSchema } from '@/lib/companies/profile'
import { isVerifiedByOther } from '@/lib/companies/queries'
import { DomainTaken } from '@/lib/companies/taken'
import { errorsOf, type FormState, failed, readFile, readValues, tooLarge } from '@/lib/forms'
import { isUuid } from '@/lib/is-uuid'
import { takeTurn } from '@/lib/limits/turns'
import { answerTo, viewerFor } from '@/lib/users/form-sender'
import { goTo } from '@/lib/users/go'

/** Makes a company or, where the form names one, changes it. */
export async function saveCompany(_state: FormState, data: FormData): Promise<FormState> {
  const values = readValues(data, [...PROFILE_FIELDS, 'removeLogo', 'fresh'], ['removeLogo'])
  const owner = data.has('company') ? await memberFor(data, values, 'owner') : undefined
  const asked = owner ?? (await viewerFor(values))
  if (asked.answer) return asked.answer
  const { viewer } = asked
  const file = readFile(data, 'logo')
  const parsed = profileSchema.safeParse(values)
  if (!parsed.success) return failed(values, { ...errorsOf(parsed.error), ...onceMore(file) })
  const company = owner && !owner.answer ? owner.company : undefined
  const fresh = String(values.fresh)
  let saved: string
  try {
    const picture = await readPicture(file, viewer.id)
    if (picture && 'error' in picture) return failed(values, { logo: picture.error })
    const change = picture ?? (values.removeLogo?.includes('1') ? 'remove' : undefined)
    saved = company
      ? await changeCompany(viewer, company.id, parsed.data, change, await provedNow(company, parsed.data))
      : await createCompany(viewer, parsed.data, change, isUuid(fresh) ? fresh : undefined)
  } catch (error) {
    if (error instanceof DomainTaken)
      return failed(values, { site: saidOfTaken(error.domain, company), ...onceMore(file) })
    return answerTo(error, values).answer
  }
  return goTo(data.get('next') === 'job' ? `/employer/${saved}/jobs/new` : `/employer/${saved}`)
}

/** A browser does not send a file twice by itself. */
const onceMore = (file: File | null) => (file ? { logo: 'Choose the logo once more.' } : undefined)

type Own = { id: string; dnsToken: string; site: string | null }

const saidOfTaken = (domain: string, own: Own | undefined) =>
  `${domain} has been verified by another company here. Sign in with an e-mail address at ${domain}${
    own ? `, or add the TXT record ${recordName(domain)} with ${recordValue(own.dnsToken)} and save again` : ''
  }. Without that, give another web site or none.`

/** The domain of a new site that another company has verified, where its DNS says by now that it is this one's too. */
async function provedNow(own: Own, { site }: { site: string | null }): Promise<string | undefined> {
  const domain = site === own.site ? null : domainOfSite(site)
  if (!domain || !(await isVerifiedByOther(own.id, domain))) return undefined
  if ((await takeTurn({ key: `dns:${own.id}`, most: 10, seconds: 600 })) > 0) return undefined
  return (await checkRecord(domain, own.dnsToken)) === 'found' ? domain : undefined
}

async function readPicture(file: File | null, userId: string) {
  if (!file) return undefined
  if (file.size > MOST_BYTES) return { error: tooLarge(MOST_BYTES) }
  if ((await takeTurn({ key: `logo:${userId}`, most: 30, seconds: 3600 })) > 0)
    return { error: 'Too many pictures for now. Try again in an hour.' }
  return makePicture(Buffer.from(await file.arrayBuffer()))
}
