import type { Wrong } from './components'
import type { Known } from './known'
import { SECTION_IDS } from './section-ids'

const ROLE_IDS = [
  ...['own', 'pay', 'jobs-and-outlook', 'what-it-takes-to-enter', 'education', 'people', 'skills', 'knowledge'],
  ...['technologies', 'titles', 'jobs', 'near', 'sources'],
]
const WRITE_UP_IDS = ['words', ...SECTION_IDS]
const COMPARISON_IDS = [
  ...['overview', 'about', 'responsibilities', 'salary', 'education', 'demographics', 'skills', 'switching'],
  ...['jobs', 'next', 'sources'],
]
const ALONE = ['/', '/roles', '/sources', '/jobs', '/compare', '/search']

const dead = (message: string): Wrong => ({ code: 'dead-link', message })

/** Whether an anchor of a role's page is there only when the role has a write-up. */
export const isWriteUpAnchor = (anchor: string): boolean => WRITE_UP_IDS.includes(anchor)

/** Takes an address of this site apart. */
function parts(url: string): { path: string; section: string; name: string; anchor: string } {
  const [before = '', anchor = ''] = url.split('#')
  const path = before.split('?')[0] ?? ''
  const [, section = '', name = '', ...rest] = path.split('/')
  return { path, section, name: [name, ...rest].join('/'), anchor }
}

/** The role and anchor that a link names, where only its write-up can tell whether the anchor is there. */
export function writeUpAnchor(url: string): { slug: string; anchor: string } | undefined {
  const { section, name, anchor } = parts(url)
  return section === 'roles' && name && isWriteUpAnchor(anchor) ? { slug: name, anchor } : undefined
}

/** What is wrong with a link's target, if anything. */
export function checkLink(target: string, known: Known | undefined): Wrong | undefined {
  const url = target.trim()
  if (/^https:\/\/[^/]/i.test(url) && URL.canParse(url)) return undefined
  if (!/^\/(?![/\\])/.test(url))
    return { code: 'link-target', message: `link target "${url.slice(0, 60)}" is not allowed` }
  if (!known) return undefined
  const { path, section, name, anchor } = parts(url)
  const roles = section === 'roles' ? [name] : section === 'compare' ? name.split('-vs-') : []
  const ids = section === 'roles' ? [...ROLE_IDS, ...WRITE_UP_IDS] : section === 'compare' ? COMPARISON_IDS : []
  if (!name || ALONE.includes(path)) {
    if (!ALONE.includes(path)) return dead(`there is no page ${path}`)
    return anchor ? dead(`${path} has no place "${anchor}"`) : undefined
  }
  const gone = roles.filter((slug) => !known.roles.has(slug))
  if (gone.length > 0) return dead(`there is no role "${gone.join('", "')}"`)
  if (section === 'compare' && (roles.length !== 2 || roles[0] === roles[1]))
    return dead(`${path} compares no two roles`)
  if (section === 'families' && !known.families.has(name)) return dead(`there is no family "${name}"`)
  if (roles.length === 0 && section !== 'families') return dead(`there is no page ${path}`)
  return anchor && !ids.includes(anchor) ? dead(`${path} has no place "${anchor}"`) : undefined
}
