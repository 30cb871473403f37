import 'server-only'
import desk from '@/.content/desk.json'
import type { Problem, WriteUp } from './types'

const { drafts, warnings } = desk as unknown as { drafts: WriteUp[]; warnings: Problem[] }

/** Write-ups that are drafts or in review: for editors and preview links only. */
export const listDrafts = (): readonly WriteUp[] => drafts

/** The draft of a role. */
export const getDraft = (slug: string): WriteUp | undefined => drafts.find((draft) => draft.slug === slug)

/** What the last check advises. */
export const listWarnings = (): readonly Problem[] => warnings
