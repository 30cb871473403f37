import 'server-only'
import content from '@/.content/write-ups.json'
import type { WriteUp } from './types'

const published = (content as { writeUps: WriteUp[] }).writeUps
const bySlug = new Map(published.map((writeUp) => [writeUp.slug, writeUp]))

/** Slugs of the roles that have a published write-up, in order. */
export const listWrittenUp = (): string[] => [...bySlug.keys()].sort()

/** Every published write-up. */
export const listWriteUps = (): readonly WriteUp[] => published

/** The published write-up of a role. */
export const getWriteUp = (slug: string): WriteUp | undefined => bySlug.get(slug)
