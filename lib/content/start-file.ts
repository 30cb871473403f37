import { join } from 'node:path'
import { suggestSlugs } from '../roles/suggest'
import { readTable } from '../sources/dataset/files'
import { readReleases } from '../sources/dataset/releases'
import { yearAfter } from './calendar'
import { type DatasetRole, openFigures, readRoles } from './dataset'
import type { Value } from './judge'

/** A role that cannot be written up, in words for the editor. */
export class UnknownRole extends Error {}

/** The newest list of a source, as rows. */
async function readList(folder: string, source: string): Promise<string[][]> {
  const [newest] = (await readReleases(folder))
    .filter((release) => release.source === source)
    .toSorted((a, b) => b.period.localeCompare(a.period))
  return newest ? (await readTable(folder, `${newest.key}.csv`)).slice(1) : []
}

/** Figures that a start file cites, where they are there: what an editor would say around each. */
const SENTENCES: [measure: string, before: string, after: string][] = [
  ['entry.education', 'BLS marks as typical at entry: ', '.'],
  ['entry.training', 'Training on the job is put down as: ', '.'],
]
const CLOSING: [measure: string, before: string, after: string][] = [
  ['employment', 'BLS counts ', ' such jobs.'],
  ['pay.annual.median', 'The median pay is ', ' a year.'],
  ['pay.hourly.median', 'The median pay is ', ' an hour.'],
]

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const isThere = (value: Value | undefined) =>
  value !== undefined && value.text !== 'None' && (value.value !== null || value.text !== null)

/**
 * The text with which a write-up begins: sections, figures that are there, and gaps that the check tells one by one.
 * @param root the project's folder
 * @param today the day, as 2026-11-24
 * @throws UnknownRole with the roles that may have been meant
 */
export async function makeStartFile(root: string, slug: string, today: string): Promise<string> {
  const folder = join(root, 'data')
  const roles = await readRoles(folder)
  const role = roles.find((one) => one.slug === slug)
  if (!role) {
    const meant = suggestSlugs(slug, new Map(roles.map(({ slug, singular }) => [slug, singular])))
    throw new UnknownRole(
      `There is no role "${slug}".${meant.length > 0 ? ` Did you mean ${meant.join(', ')}?` : ' /roles lists them all.'}`,
    )
  }
  const find = await openFigures(folder)
  const sentences = async (list: typeof SENTENCES) => {
    const found: string[] = []
    let paid = false
    for (const [measure, before, after] of list) {
      if (paid && measure.startsWith('pay.')) continue
      if (!isThere(await find({ role: slug, measure, item: '', place: 'US' }))) continue
      found.push(`${before}<Figure measure="${measure}" />${after}`)
      paid ||= measure.startsWith('pay.')
    }
    return found.join(' ')
  }
  const [titles, related] = await Promise.all([titlesOf(folder, role), relatedTo(folder, role, roles)])
  return `---
title: ${capitalise(role.singular)}
slug: ${slug}
role: ${slug}
status: draft
summary: "??? One sentence of 20 to 160 characters that says what the work is."
authors: [Rolebook editors]
reviewers: []
nextReview: ${yearAfter(today)}
sources: []
---
## What they do

??? Say in two or three paragraphs what ${role.article} ${role.singular} does, and where.${titles.length > 0 ? `\n\n??? People also call themselves ${titles.join(', ')}: say what is different, or leave it out.` : ''}

## A working day

??? Tell a day with places, objects and times, and something that goes wrong.

## How to become one

??? Say which ways lead in, and what the law asks for, with a Source behind every fact.

${await sentences(SENTENCES)}

## Responsibilities

${Array.from({ length: 6 }, (_, i) => `- ??? Responsibility number ${i + 1}`).join('\n')}

## Who it suits

??? Say whom the work suits, and what is hard about it.

${await sentences(CLOSING)}${related.length > 0 ? `\n\nThe nearest roles are ${listOf(related)}.` : ''}
`.replaceAll(/\n{3,}/g, '\n\n')
}

const listOf = (roles: readonly DatasetRole[]): string =>
  roles
    .map(({ slug, plural }) => `[${plural}](/roles/${slug})`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1')

/** What people in the work call it: reported titles come first. */
async function titlesOf(folder: string, { occupation }: DatasetRole): Promise<string[]> {
  const [reported, alternate] = await Promise.all([
    readList(folder, 'onet-reported-titles'),
    readList(folder, 'onet-alternate-titles'),
  ])
  const names = [...reported, ...alternate].flatMap(([code, name = '']) => (code === occupation ? [name] : []))
  return [...new Set(names.filter((name) => /^[A-Za-z ]+$/.test(name)))].slice(0, 4)
}

async function relatedTo(
  folder: string,
  { occupation, slug }: DatasetRole,
  roles: readonly DatasetRole[],
): Promise<DatasetRole[]> {
  const rows = (await readList(folder, 'onet-related')).filter(([code]) => code === occupation)
  return rows
    .toSorted((a, b) => Number(a[2]) - Number(b[2]))
    .flatMap(([, code]) => roles.find((one) => one.code === code) ?? [])
    .filter((one) => one.slug !== slug)
    .slice(0, 3)
}
