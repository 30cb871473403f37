import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { jobVersion } from '@/drizzle/schema'
import type { Tx } from '../companies/mutations'
import type { Changes, Job } from './changes'
import { isMaterial } from './differences'
import { findRisks } from './find-risks'
import type { Posting } from './posting'
import { readStored } from './stored'

/** A version of a posting as stored. */
export async function readVersion(tx: Tx, id: string, number: number) {
  const [found] = await tx
    .select()
    .from(jobVersion)
    .where(and(eq(jobVersion.jobId, id), eq(jobVersion.number, number)))
  return found
}

/**
 * Begins changes to a posting that readers see: a copy of what they see, to write on. Its edition is above every
 * earlier one, so that a form of changes that were discarded does not fit it.
 */
export async function copyShown(tx: Tx, found: Job, userId: string | null): Promise<Changes> {
  const shown = await readVersion(tx, found.id, found.version)
  const [newest] = await tx
    .select({
      number: jobVersion.number,
      edition: sql<number>`max(${jobVersion.edition}) over ()`,
    })
    .from(jobVersion)
    .where(eq(jobVersion.jobId, found.id))
    .orderBy(desc(jobVersion.number))
    .limit(1)
  if (!shown || !newest) return { errors: { form: 'The posting is gone.' } }
  const version = newest.number + 1
  await tx.insert(jobVersion).values({
    jobId: found.id,
    number: version,
    content: shown.content,
    reading: shown.reading,
    edition: newest.edition,
    savedBy: userId,
  })
  return { set: { version } }
}

/**
 * Why a reviewer must read changes before readers do: something material differs, or the new text carries a risk that
 * the old one does not.
 * @returns undefined for changes that may be shown at once; else the risks, for the queue
 */
export async function needsReview(tx: Tx, found: Job, content: Posting): Promise<string[] | undefined> {
  const shown = await readVersion(tx, found.id, found.shownVersion ?? 0)
  const risks = await findRisks(tx, found, content)
  const before = shown && readStored(shown)
  if (!before || isMaterial(before, content)) return risks
  const old = await findRisks(tx, found, before)
  return risks.some((risk) => !old.includes(risk)) ? risks : undefined
}
