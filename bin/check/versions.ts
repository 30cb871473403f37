/** A version as numbers; the fourth is that of a pre-release, which comes before the release itself. */
export function parseVersion(version: string): readonly number[] {
  const [core = '', before] = version.split(/-(.*)/)
  const numbers = core.split('.').map((part) => Number(part.replace(/\D.*$/, '') || 0))
  const pre = before === undefined ? Number.POSITIVE_INFINITY : Number(/\d+/.exec(before)?.[0] ?? 0)
  return [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0, pre]
}

/** Less than 0 when `a` is the older, 0 when they are the same. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < 4; i += 1) {
    const [x = 0, y = 0] = [a[i], b[i]]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}
