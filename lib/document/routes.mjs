const DOCUMENTS = ['/fixed', '/roles', '/families', '/compare', '/jobs', '/companies', '/_not-found']

/**
 * Whether a page-cache key belongs to a reader's page that is sent as a document.
 * @param {string} key as Next names cache entries: the path, behind its own prefix up to `/$/` where it has one
 */
export function isDocument(key) {
  const marker = key.indexOf('/$/')
  const path = marker === -1 ? key : key.slice(marker + 2)
  return DOCUMENTS.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
}
