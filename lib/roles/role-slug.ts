/** Words that mean something else in an address of a role or a comparison. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  'in',
  'compare',
  'new',
  'search',
  'index',
  'feed',
  'sitemap',
])

/** Whether a slug can be a role's: words with hyphens between, no `vs` among them, none that is reserved. */
export const isRoleSlug = (slug: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && !/(^|-)vs(-|$)/.test(slug) && !RESERVED_SLUGS.has(slug)
