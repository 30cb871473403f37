import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { industry, release, source } from '@/drizzle/schema'
import { compareNames } from '../collate'
import { prepareRead } from '../db'

const columns = {
  id: release.id,
  key: release.key,
  source: source.key,
  name: source.name,
  publisher: source.publisher,
  url: source.url,
  licence: source.licence,
  licenceUrl: source.licenceUrl,
  credit: source.credit,
  label: release.label,
  period: release.period,
  method: release.method,
  note: release.note,
  status: release.status,
}

const readCurrent = prepareRead((db) =>
  db
    .select(columns)
    .from(release)
    .innerJoin(source, eq(source.key, release.sourceKey))
    .where(eq(release.status, 'current'))
    .prepare('current_releases'),
)

const readAll = prepareRead((db) =>
  db.select(columns).from(release).innerJoin(source, eq(source.key, release.sourceKey)).prepare('all_releases'),
)

export type Release = Awaited<ReturnType<typeof readCurrent>>[number]

/** The release that counts today, of each source. */
export const listCurrentReleases = (): Promise<Release[]> => readCurrent({})

/** Every release that the store holds, by publisher and source, newest first. */
export async function listReleases(): Promise<Release[]> {
  const rows = await readAll({})
  return rows.toSorted(
    (a, b) =>
      compareNames(a.publisher, b.publisher) || compareNames(a.name, b.name) || b.period.localeCompare(a.period),
  )
}

const readIndustries = prepareRead((db) =>
  db.select().from(industry).orderBy(sql`${industry.code} collate "C"`).prepare('industries'),
)

/** The industries of the store with their official names, by code. */
export const listIndustries = (): Promise<{ code: string; name: string }[]> => readIndustries({})
