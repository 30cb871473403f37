import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

const schema = z.object({
  releases: z.array(
    z.object({
      key: z.string(),
      source: z.string(),
      label: z.string(),
      period: z.string(),
      method: z.string(),
      note: z.string().optional(),
      partial: z.boolean().optional(),
      hash: z.string(),
      holds: z.enum(['figure', 'technology', 'related', 'alias', 'field', 'crosswalk']),
    }),
  ),
})

/** A release as the dataset describes it. */
export type Described = z.infer<typeof schema>['releases'][number]

/** The releases of the dataset in this folder. */
export async function readReleases(folder: string): Promise<Described[]> {
  return schema.parse(JSON.parse(await readFile(join(folder, 'sources.json'), 'utf8'))).releases
}
