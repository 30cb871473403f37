import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { ImportError } from '../import/errors'

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

/**
 * The releases of the dataset in this folder.
 * @throws ImportError when sources.json is not there or not what it should be
 */
export async function readReleases(folder: string): Promise<Described[]> {
  const text = await readFile(join(folder, 'sources.json'), 'utf8').catch(() => {
    throw new ImportError(`${join(folder, 'sources.json')} is missing from the dataset.`)
  })
  try {
    return schema.parse(JSON.parse(text)).releases
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : []
    const why = issue ? `${issue.path.join('.')}: ${issue.message}` : (error as Error).message
    throw new ImportError(`sources.json of the dataset cannot be read. ${why}`)
  }
}
