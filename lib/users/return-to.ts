/**
 * A path of this site to go on to, or `fallback` for anything that could lead elsewhere.
 * @param wanted what an address or a form asked for
 */
export function safePath(wanted: unknown, fallback = '/employer'): string {
  if (typeof wanted !== 'string' || wanted.length > 512 || !/^\/[\w\-./?=&%~]*$/.test(wanted)) return fallback
  if (/^\/[/\\]|\/\/|%2f|%5c|%0|\.\./i.test(wanted)) return fallback
  const base = 'https://site.invalid'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : undefined
  return url?.origin === base ? url.pathname + url.search : fallback
}
