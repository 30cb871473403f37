import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { jobVersion } from '@/drizzle/schema'
import { hasApproved } from '../companies/approved'
import type { Tx } from '../companies/mutations'
import { newSigns } from '../signs/signs'
import type { Changes, Job } from './changes'
import { isMaterial, isSame } from './differences'
import { findRisks, findSigns } from './find-risks'
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

/** Whether a company's words are shown before they are read: it speaks for a domain, and a posting was approved. */
async function isTrusted(tx: Tx, companyId: string): Promise<boolean> {
  const [row] = await tx.execute<{ trusted: boolean }>(sql`
    select verified_domain is not null and ${hasApproved(sql`company.id`)} as trusted from company where id = ${companyId}`)
  return row?.trusted ?? false
}

/**
 * Whether a reviewer must read changes before readers do: all of them, but for the words of a company that is trusted,
 * where neither anything material differs nor a sentence is new that a reviewer looks at.
 * @returns the risks, for the queue; `same` where both say the same
 */
export async function judgeChanges(tx: Tx, found: Job, content: Posting) {
  const risks = await findRisks(tx, found, content)
  const shown = await readVersion(tx, found.id, found.shownVersion ?? 0)
  const before = shown && readStored(shown)
  if (before && isSame(before, content)) return { waits: false, same: true, risks }
  if (!before || isMaterial(before, content) || !(await isTrusted(tx, found.companyId)))
    return { waits: true, same: false, risks }
  const [old = [], signs = []] = await findSigns(tx, found.companyId, [before, content])
  return { waits: newSigns(old, signs).length > 0, same: false, risks }
}

/** Puts back what a reviewer has read, in the place of what readers see since. */
export function revertShown(found: Job): Changes {
  const { lastReadVersion, version, shownVersion } = found
  if (lastReadVersion === null) return { errors: {} }
  return {
    set: {
      shownVersion: lastReadVersion,
      lastReadVersion: null,
      ...(version === shownVersion ? { version: lastReadVersion } : {}),
    },
  }
}
