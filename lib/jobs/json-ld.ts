import { type Logo, logoPath } from '../companies/logo'
import { escapeHtml } from '../html'
import { countryName, type Place } from '../places/place'
import type { Content } from './content'
import { markdownHtml } from './markdown'

type About = {
  content: Content
  site: string
  job: { id: string; slug: string; title: string; datePosted: Date; validThrough: Date; timeZone: string }
  company: { name: string; site: string | null }
  logo?: Logo | null
  role: { slug: string; code: string; name: string }
}

const list = (title: string, items: readonly string[]) =>
  items.length === 0 ? '' : `<p>${title}</p><ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`

const address = ({ country, region, town }: Place) => ({
  '@type': 'Place',
  address: {
    '@type': 'PostalAddress',
    addressCountry: country,
    ...(region ? { addressRegion: region } : {}),
    ...(town ? { addressLocality: town } : {}),
  },
})

const area = ({ country, region }: Place) =>
  region ? { '@type': 'State', name: `${region}, ${country}` } : { '@type': 'Country', name: countryName(country) }

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
    employmentType: content.employmentType,
    ...(remote
      ? { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: content.places.map(area) }
      : { jobLocation: content.places.map(address) }),
    ...(content.payMin === undefined
      ? {}
      : {
          baseSalary: {
            '@type': 'MonetaryAmount',
            currency: content.payCurrency,
            value: { '@type': 'QuantitativeValue', ...range, unitText: content.payUnit },
          },
        }),
    ...(content.commission ? { incentiveCompensation: content.commission } : {}),
    ...(content.benefits ? { jobBenefits: content.benefits } : {}),
    ...(content.positions > 1 ? { totalJobOpenings: content.positions } : {}),
    directApply: false,
    occupationalCategory: `${role.code} ${role.name}`,
    relevantOccupation: {
      '@type': 'Occupation',
      '@id': new URL(`/roles/${role.slug}`, site).href,
      name: role.name,
    },
    url,
  }
}
