import { expect, test } from 'vitest'
import { domainByEmail, isFreeMail } from './domain'

test('an address at the site’s own domain speaks for it, also from a subdomain', () => {
  expect(domainByEmail('ana@freight.example', 'https://www.freight.example/jobs')).toBe('freight.example')
  expect(domainByEmail('ana@mail.example.co.uk', 'https://example.co.uk')).toBe('example.co.uk')
})

test('another domain, a shared suffix, free mail and no site do not', () => {
  expect(domainByEmail('ana@example.org', 'https://example.com')).toBeNull()
  expect(domainByEmail('ana@one.co.uk', 'https://two.co.uk')).toBeNull()
  expect(domainByEmail('ana@one.github.io', 'https://two.github.io')).toBeNull()
  expect(domainByEmail('ana@gmail.com', 'https://gmail.com')).toBeNull()
  expect(domainByEmail('ana@example.com', null)).toBeNull()
  expect(isFreeMail('ana@outlook.com')).toBe(true)
})
