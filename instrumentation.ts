import { logRequestError } from './lib/log/console.mjs'

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { listenForChanges } = await import('./lib/cache/listen')
  await listenForChanges()
}

/** The one place where a failed request is reported: one JSON line. */
export function onRequestError(
  error: unknown,
  request: { path: string; method: string; headers: NodeJS.Dict<string | string[]> },
): void {
  logRequestError(error, {
    path: request.path.split('?')[0],
    method: request.method,
    request: request.headers['x-request-id'],
  })
}
