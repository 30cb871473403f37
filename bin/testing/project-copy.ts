import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readRoles } from '@/lib/content/dataset'
import { root } from '../steps.mjs'

const COPIED = ['bin', 'lib', 'drizzle', 'content', 'package.json', 'package-lock.json', 'tsconfig.json']
const LINKED = ['node_modules', 'data']

/** Enough to be broken and compared; a check of all takes its time. */
const FEW = ['electrician', 'lawyer', 'paralegal', 'registered-nurse', 'software-developer']

/** A copy of the project with a few write-ups in a folder of its own, in which its commands run: for tests that break files. */
export function copyProject(): { root: string; remove(): void } {
  const copy = mkdtempSync(join(tmpdir(), 'rolebook-copy-'))
  const isKept = (path: string) =>
    !path.endsWith('.mdx') || path.includes('fixtures') || FEW.includes(basename(path, '.mdx'))
  for (const name of COPIED)
    cpSync(join(root, name), join(copy, name), { recursive: true, preserveTimestamps: true, filter: isKept })
  for (const name of LINKED) symlinkSync(join(root, name), join(copy, name))
  mkdirSync(join(copy, 'public/content'), { recursive: true })
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) }
}

/** What a whole copy leaves behind: results, stores and history. */
const LEFT = ['node_modules', '.next', '.content', '.data', '.git', 'test-results', 'playwright-report']

/** A copy of all of the project that can be built and started, in a folder of its own with a git history of one commit. */
export function copyWholeProject(): { root: string; remove(): void } {
  const copy = mkdtempSync(join(tmpdir(), 'rolebook-whole-'))
  for (const name of readdirSync(root).filter((name) => !LEFT.includes(name)))
    cpSync(join(root, name), join(copy, name), { recursive: true, preserveTimestamps: true })
  const packages = join(root, 'node_modules')
  try {
    // Links of files take a second, copies half a minute.
    execFileSync('cp', ['-al', packages, copy], { stdio: 'ignore' })
  } catch {
    cpSync(packages, join(copy, 'node_modules'), { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: copy, stdio: 'ignore' })
  git('init')
  git('add', 'content')
  git('-c', 'user.name=Editor', '-c', 'user.email=editor@example.com', 'commit', '-m', 'Begin')
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) }
}

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Puts made-up write-ups of some 350 words in place of a copy's own: the words of ours, shuffled.
 * @returns paths of the files
 */
export async function fillWithWriteUps(copy: string, count: number): Promise<string[]> {
  const folder = join(copy, 'content/roles')
  const ours = join(root, 'content/roles')
  const words = readdirSync(ours).flatMap(
    (name) => readFileSync(join(ours, name), 'utf8').match(/(?<=\s)[a-z]{2,}(?=\s)/g) ?? [],
  )
  rmSync(folder, { recursive: true })
  mkdirSync(folder)
  const random = seeded(11)
  const sentence = (length: number) =>
    `The ${Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ')}.`
  const paragraph = (sentences: number) => Array.from({ length: sentences }, () => sentence(13)).join(' ')
  const roles = (await readRoles(join(copy, 'data'))).slice(0, count)
  return roles.map(({ slug, singular }) => {
    const text = `---
title: ${singular}
slug: ${slug}
role: ${slug}
status: published
summary: Does the work that this made-up text is about, day after day.
authors: [Rolebook editors]
reviewers: []
nextReview: 2099-01-01
sources:
  - id: bls
    title: Occupational Outlook Handbook
    url: https://www.bls.gov/ooh/
    accessed: 2026-11-24
---
## What they do

${paragraph(4)}

## A working day

${paragraph(5)}

<Callout kind="note">${sentence(9)}</Callout>

${paragraph(3)}

## How to become one

${paragraph(3)} <Source id="bls" /> Typical at entry is <Figure measure="entry.education" role="paralegal" />.

## Responsibilities

${Array.from({ length: 7 }, () => `- ${sentence(8)}`).join('\n')}

## Who it suits

${paragraph(3)} A year's median is <Figure measure="pay.annual.median" role="paralegal" />.
`
    const path = join(folder, `${slug}.mdx`)
    writeFileSync(path, text)
    return path
  })
}
