import 'server-only'
import content from '@/.content/write-ups'
import type { Built } from './build'
import type { ShownProblem, WriteUp } from './types'

const { writeUps: published, problems } = content as Built
const bySlug = new Map(published.map((writeUp) => [writeUp.slug, writeUp]))

/** Slugs of the roles that have a published write-up, in order. */
export const listWrittenUp = (): string[] => [...bySlug.keys()].sort()

/** Every published write-up. */
export const listWriteUps = (): readonly WriteUp[] => published

/** The published write-up of a role. */
export const getWriteUp = (slug: string): WriteUp | undefined => bySlug.get(slug)

/** What is wrong with the files that editors work on; nothing in production. */
export const listContentProblems = (): readonly ShownProblem[] => problems
