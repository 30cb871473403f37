import { type Logo, logoPath } from '../companies/logo'
import { escapeHtml, linesHtml } from '../html'
import { log } from '../log'
import { addressData, areaData } from '../places/json-ld'
import { printTitle } from '../roles/official-title'
import { markdownHtml } from './markdown'
import { EMPLOYMENT_TYPES, knownIn, PAY_UNITS } from './options'
import type { Posting } from './posting'

type About = {
  content: Posting
  site: string
  job: { id: string; slug: string; title: string; datePosted: Date; validThrough: Date; timeZone: string }
  company: { name: string; site: string | null }
  logo?: Logo | null
  role: { slug: string; code: string; name: string }
}

const list = (title: string, items: readonly string[]) =>
  items.length === 0 ? '' : `<p>${title}</p><ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`

/** One thing by itself, several as a list. */
const oneOrMore = <T>(items: readonly T[]) => (items.length === 1 ? items[0] : items)

const noted = new Set<string>()

/** Those values that machines know; one that no list offers any more is left out, and said once in the log. */
function knownTo(list: Parameters<typeof knownIn>[0], values: readonly string[]): string[] {
  const known = knownIn(list, values)
  for (const option of values)
    if (!known.includes(option) && !noted.has(option)) {
      noted.add(option)
      log.warn({ event: 'option left out of JobPosting', option })
    }
  return known
}

/** A moment with the offset of a time zone: `2026-12-21T23:59:59-07:00`. */
export function isoWithOffset(at: Date, timeZone: string): string {
  const part = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const offset = part.timeZoneName?.replace('GMT', '') || '+00:00'
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`
}

/**
 * JobPosting for machines, by the field list of Google and schema.org. Pay is the employer's own, never an estimate;
 * `relevantOccupation` is the link to our page of the role.
 */
export function jobPosting({ content, site, job, company, logo, role }: About): Record<string, unknown> {
  const url = new URL(`/jobs/${job.slug}`, site).href
  const remote = content.workplace === 'remote'
  const types = knownTo(EMPLOYMENT_TYPES, content.employmentType)
  const range =
    content.payMin === content.payMax
      ? { value: content.payMin }
      : { minValue: content.payMin, maxValue: content.payMax }
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: job.title,
    description:
      markdownHtml(content.description) +
      list('What you will do', content.responsibilities) +
      list('What is needed', content.needed) +
      list('Good to have', content.nice),
    datePosted: isoWithOffset(job.datePosted, job.timeZone),
    validThrough: isoWithOffset(job.validThrough, job.timeZone),
    hiringOrganization: {
      '@type': 'Organization',
      name: company.name,
      ...(company.site ? { sameAs: company.site } : {}),
      ...(logo ? { logo: new URL(logoPath(logo), site).href } : {}),
    },
    identifier: { '@type': 'PropertyValue', name: company.name, value: content.reference || job.id },
    ...(types.length > 0 ? { employmentType: types } : {}),
    ...(remote
      ? { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: oneOrMore(content.places.map(areaData)) }
      : { jobLocation: oneOrMore(content.places.map(addressData)) }),
    ...(content.payMin === undefined || knownTo(PAY_UNITS, [content.payUnit]).length === 0
      ? {}
      : {
          baseSalary: {
            '@type': 'MonetaryAmount',
            currency: content.payCurrency,
            value: { '@type': 'QuantitativeValue', ...range, unitText: content.payUnit },
          },
        }),
    ...(content.commission ? { incentiveCompensation: linesHtml(content.commission) } : {}),
    ...(content.benefits ? { jobBenefits: markdownHtml(content.benefits) } : {}),
    ...(content.positions > 1 ? { totalJobOpenings: content.positions } : {}),
    directApply: false,
    occupationalCategory: `${role.code} ${printTitle(role.name)}`,
    relevantOccupation: {
      '@type': 'Occupation',
      '@id': new URL(`/roles/${role.slug}`, site).href,
      name: printTitle(role.name),
    },
    url,
  }
}
