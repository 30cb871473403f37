import { compareNames } from '../collate'

const trigrams = (text: string): Set<string> => {
  const padded = `  ${text.replaceAll('-', ' ')} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)))
}

/**
 * The names most like a mistyped slug, by shared trigrams (Dice coefficient).
 * @param names slug to name
 * @returns at most `count` slugs, best first; none below the `least` likeness
 */
export function suggestSlugs(slug: string, names: ReadonlyMap<string, string>, count = 5, least = 0.25): string[] {
  const wanted = trigrams(slug.slice(0, 80).toLowerCase())
  return [...names.keys()]
    .map((candidate) => {
      const grams = trigrams(candidate)
      let shared = 0
      for (const gram of grams) if (wanted.has(gram)) shared += 1
      return { candidate, score: (2 * shared) / (grams.size + wanted.size) }
    })
    .filter(({ score }) => score >= least)
    .sort((x, y) => y.score - x.score || compareNames(x.candidate, y.candidate))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}
