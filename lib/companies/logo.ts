/** Bytes that a picture may have when it comes. */
export const MOST_BYTES = 2 * 1024 * 1024

/** A stored logo: the hash that names it, and its size in pixels. */
export type Logo = { hash: string; width: number; height: number }

/** Where a logo is served. */
export const logoPath = ({ hash }: Pick<Logo, 'hash'>): string => `/logos/${hash}`

/** The size to show a logo at, within a box, never larger than it is. */
export function fitLogo({ width, height }: Logo, most: { width: number; height: number }) {
  const scale = Math.min(1, most.width / width, most.height / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
