import { expect, test } from 'vitest'
import { domainByEmail, domainOfSite, mailKind } from './domain'

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
})

test('free mail, throw-away mail and an address of one’s own are told apart', () => {
  expect(['ana@outlook.com', 'ana@gmail.com', 'ana@proton.me'].map(mailKind)).toEqual(['free', 'free', 'free'])
  // Both lists name these; the worse of the two counts.
  expect(['ana@mailinator.com', 'ana@yopmail.com', 'ana@x.y.mailinator.com'].map(mailKind)).toEqual([
    'disposable',
    'disposable',
    'disposable',
  ])
  // A host below a shared domain is listed; the domain and its other hosts are not.
  expect(['a@0-mailer.dynv6.net', 'a@me.dynv6.net'].map(mailKind)).toEqual(['disposable', 'own'])
  expect(['ana@freight.example', 'ana@example.co.uk'].map(mailKind)).toEqual(['own', 'own'])
})

test('a throw-away address never speaks for a domain, also for its own', () => {
  expect(domainByEmail('ana@mailinator.com', 'https://www.mailinator.com')).toBeNull()
})

test('the domain of a site is the one that somebody registered', () => {
  expect(domainOfSite('https://jobs.example.co.uk/now')).toBe('example.co.uk')
  expect(domainOfSite('https://one.github.io')).toBe('one.github.io')
  for (const none of [null, 'https://co.uk', 'https://127.0.0.1', 'https://[::1]/', 'no address'])
    expect(domainOfSite(none), String(none)).toBeNull()
})
