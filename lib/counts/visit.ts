import { isbot } from 'isbot'

/**
 * Whether a request is somebody opening a page: not a bot, not a browser fetching ahead, not a part of another page.
 * @param headers as the client sent them; old browsers do not say what they fetch for
 */
export function isVisit(method: string, headers: Pick<Headers, 'get'>): boolean {
  const agent = headers.get('user-agent')
  if (method !== 'GET' || !agent || isbot(agent)) return false
  const purpose = `${headers.get('purpose')} ${headers.get('sec-purpose')} ${headers.get('x-moz')}`
  if (/prefetch|prerender|preview/i.test(purpose)) return false
  const destination = headers.get('sec-fetch-dest')
  return destination === null || destination === 'document'
}
