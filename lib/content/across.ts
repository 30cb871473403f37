import type { Code } from './codes'
import { type FindValue, judgeFigures } from './judge'
import { checkPictures } from './pictures'
import type { Read } from './read'
import { ALIKE, findAlike } from './shingles'
import type { At, Found, Problem } from './types'

type Sound = { path: string; found: Found; published: boolean }

/**
 * What no file tells alone: the same role twice, texts too much alike, links into another text, pictures, figures,
 * and reviews that are due.
 * @param today a day as 2026-11-24
 */
export async function checkAcross(
  root: string,
  files: readonly Read[],
  find: FindValue,
  today: string,
): Promise<Problem[]> {
  const sound: Sound[] = files.flatMap(({ path, ok, found }) =>
    found ? [{ path, found, published: !ok || found.status === 'published' }] : [],
  )
  const problems = [...findTwice(sound), ...findCopies(sound), ...findLoose(sound), ...findDue(sound, today)]
  for (const { path, found } of sound) {
    problems.push(...(await judgeFigures(path, found.uses, find)))
    problems.push(...(await checkPictures(root, path, found.images)))
  }
  return problems
}

const error = (path: string, { line, column }: At, code: Code, message: string, hint: string): Problem => ({
  path,
  line,
  column,
  code,
  message,
  hint,
  severity: 'error',
})

function findTwice(files: readonly Sound[]): Problem[] {
  const problems: Problem[] = []
  const seen = { slug: new Map<string, string>(), role: new Map<string, string>() }
  for (const { path, found } of files) {
    for (const key of ['slug', 'role'] as const) {
      const first = seen[key].get(found[key])
      if (first === undefined) seen[key].set(found[key], path)
      else
        problems.push(
          error(
            path,
            key === 'slug' ? found.slugAt : found.roleAt,
            'duplicate',
            `${key} "${found[key]}" is that of ${first} too`,
            'keep one of the two files',
          ),
        )
    }
  }
  return problems
}

function findCopies(files: readonly Sound[]): Problem[] {
  return findAlike(files.map(({ found }) => found.shingles)).map(({ a, b, alike }) =>
    error(
      files[b]?.path ?? '',
      { line: 1, column: 1 },
      'alike',
      `the text is ${Math.round(alike * 100)}% the same as ${files[a]?.path}`,
      `write it anew: at most ${ALIKE * 100}% may be shared`,
    ),
  )
}

/** Links to a place in another write-up, which is there only when that is published. */
function findLoose(files: readonly Sound[]): Problem[] {
  const published = new Set(files.filter((file) => file.published).map(({ found }) => found.slug))
  return files.flatMap(({ path, found }) =>
    found.links
      .filter(({ slug }) => !published.has(slug))
      .map((link) =>
        error(
          path,
          link,
          'dead-link',
          `/roles/${link.slug} has no place "${link.anchor}": nobody has written it up`,
          `link to /roles/${link.slug}`,
        ),
      ),
  )
}

function findDue(files: readonly Sound[], today: string): Problem[] {
  return files.flatMap(({ path, found: { review } }) =>
    review && review.date < today
      ? [
          {
            ...error(
              path,
              review,
              'review-due',
              `the review was due on ${review.date}`,
              'read it again and set the next date',
            ),
            severity: 'warning' as const,
          },
        ]
      : [],
  )
}
