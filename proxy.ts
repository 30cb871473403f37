import { type NextRequest, NextResponse } from 'next/server'
import { capitalise } from '@/lib/compare/side'
import { countVisit } from '@/lib/counts/buffer'
import { isDynamic, passDynamic } from '@/lib/document/nonce'
import { renderNotFound } from '@/lib/document/not-found-page'
import { FINISHED } from '@/lib/document/stand-in.mjs'
import { MOST_BYTES } from '@/lib/forms'
import { resolveKnown } from '@/lib/jobs/known'
import { isOwnOrigin } from '@/lib/origin'
import { resolvePath } from '@/lib/roles/resolve-path'
import { chooseRole } from '@/lib/roles/search'
import { getSlugIndex, type SlugIndex } from '@/lib/roles/slug-index'
import { suggestSlugs } from '@/lib/roles/suggest'

export const config = { matcher: '/((?!_next/|modules/).*)' }

/** Sends every address to its one form and turns unknown ones away before they cost a render. It authorises nobody. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwnOrigin(request)) {
    return new NextResponse('This form must be sent from this site.', { status: 403 })
  }
  if (Number(request.headers.get('content-length')) > MOST_BYTES) {
    return new NextResponse(
      'This is too long: a form takes 4 MB at most. Nothing was saved. Go back, make it shorter, and send it again.',
      { status: 413, headers: { 'Cache-Control': 'no-store' } },
    )
  }
  const path = decodePath(request.nextUrl.pathname)
  if (path === undefined) return notFound([])
  if (isDynamic(path)) return passDynamic(request, path)
  // An inner address: next.config.js leads /, /roles and /sources to it.
  if (path.startsWith('/fixed')) return notFound([])
  if (/^\/(jobs|companies)\//.test(path)) {
    const to = await resolveKnown(path)
    if (to === null) return notFound([])
    if (!`${path}/`.startsWith(`${to}/`)) return moveTo(request, to)
    const slug = /^\/jobs\/([^/]+)$/.exec(path)?.[1]
    if (slug) countVisit('job-view', slug, request.method, request.headers)
    return NextResponse.next()
  }
  if (!/^\/(roles|families|compare)\//.test(path)) return NextResponse.next()
  const index = await getSlugIndex().catch(() => undefined)
  // Without an index the page itself decides, and answers 500 if the store is still down.
  const resolved = index && resolvePath(path, index)
  if (!index || !resolved || resolved.kind === 'ok') {
    const roleSlug = /^\/roles\/([^/]+)$/.exec(path)?.[1]
    if (roleSlug) countVisit('role-view', roleSlug, request.method, request.headers)
    return NextResponse.next()
  }
  if (resolved.kind === 'moved') return moveTo(request, resolved.to)
  const named = await resolveNamed(path, resolved.slugs, index)
  return named?.kind === 'moved' ? moveTo(request, named.to, 307) : notFound(suggestionsFor(resolved.slugs, index))
}

/** Where an address leads that says roles by names that others give them: names change, so that it is not for good. */
async function resolveNamed(path: string, names: readonly string[], index: SlugIndex) {
  const chosen = await Promise.all(names.map((name) => chooseRole(name).catch(() => undefined)))
  return resolvePath(path, index, new Map(names.flatMap((name, i) => (chosen[i] ? [[name, chosen[i].slug]] : []))))
}

function moveTo(request: NextRequest, path: string, status: 307 | 308 = 308): NextResponse {
  const url = request.nextUrl.clone()
  url.pathname = path
  return NextResponse.redirect(url, status)
}

function decodePath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

const suggestionsFor = (slugs: readonly string[], index: SlugIndex) =>
  [...new Set(slugs.flatMap((slug) => suggestSlugs(slug, index.roles)))].map((slug) => ({
    path: `/roles/${slug}`,
    name: capitalise(index.roles.get(slug) ?? slug),
  }))

async function notFound(suggestions: readonly { path: string; name: string }[]): Promise<NextResponse> {
  const html = await renderNotFound(suggestions)
  return new NextResponse(html ?? 'Not found', {
    status: 404,
    headers: {
      'Content-Type': html ? 'text/html; charset=utf-8' : 'text/plain',
      'Cache-Control': 'no-store',
      ...(html ? { [FINISHED]: '1' } : {}),
    },
  })
}
