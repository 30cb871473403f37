import type { ChildProcess } from 'node:child_process'
import { findPort, startApp, stopApp, waitUntilReady } from '@/bin/app'

export type OwnServer = { url: string; app: ChildProcess; log: string[]; stop(): Promise<void> }

/** A production server of one's own, for tests that do things to it or to its store. */
export async function startOwnServer(webUrl: string, environment: Record<string, string> = {}): Promise<OwnServer> {
  const port = await findPort()
  const app = startApp(
    port,
    {
      DATABASE_URL: webUrl,
      SITE_URL: `http://localhost:${port}`,
      AUTH_SECRET: process.env.AUTH_SECRET ?? '',
      ...environment,
    },
    'pipe',
  )
  const log: string[] = []
  for (const stream of [app.stdout, app.stderr]) stream?.on('data', (data) => log.push(String(data)))
  await waitUntilReady(port)
  return { url: `http://localhost:${port}`, app, log, stop: () => stopApp(app) }
}

/** Asks until the answer satisfies, at most for `limit` milliseconds; returns the last answer and the time it took. */
export async function until(
  ask: () => Promise<string>,
  satisfied: (answer: string) => boolean,
  limit: number,
): Promise<{ answer: string; milliseconds: number }> {
  const since = Date.now()
  for (;;) {
    const answer = await ask()
    const milliseconds = Date.now() - since
    if (satisfied(answer) || milliseconds > limit) return { answer, milliseconds }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
