import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import postgres from 'postgres'
import { findPort } from '@/bin/app'
import { BREAKS, FILE, fillGaps, type Told } from '@/bin/testing/editing'
import { copyWholeProject } from '@/bin/testing/project-copy'
import { createFilledStore, type TestStore } from '@/bin/testing/store'
import { makePerson, SESSION } from './people'

test.describe.configure({ mode: 'serial', timeout: 600_000 })

/** How long an edit takes is for `npm run bench -- editing`: here other tests run beside it. */
const patiently = expect.configure({ timeout: 60_000 })

const PATH = '/roles/dental-hygienist'
const SUMMARY = 'Cleans teeth, takes X-rays'

let copy: ReturnType<typeof copyWholeProject>
let store: TestStore
let running: ChildProcess | undefined
let url = ''

test.beforeAll(async () => {
  copy = copyWholeProject()
  store = await createFilledStore()
})
test.afterAll(async () => {
  await stop()
  await store?.drop()
  copy?.remove()
})

async function stop(): Promise<void> {
  const child = running
  running = undefined
  if (!child || child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Runs `npm run dev` or `npm start` of the copy until its pages answer. */
async function start(task: 'dev' | 'start'): Promise<void> {
  const { NODE_OPTIONS: _options, E2E_MAIL: _mail, ...rest } = process.env
  const port = await findPort()
  url = `http://localhost:${port}`
  running = spawn(process.execPath, ['bin/run.mjs', task], {
    cwd: copy.root,
    env: { ...rest, PORT: String(port), DATABASE_URL: store.webUrl, DATABASE_OWNER_URL: store.ownerUrl },
    stdio: 'ignore',
  })
  const isUp = () =>
    fetch(`${url}/api/health`)
      .then(({ ok }) => ok)
      .catch(() => false)
  await expect.poll(isUp, { timeout: 240_000, intervals: [500] }).toBe(true)
}

const task = (...args: string[]) =>
  execFileSync(process.execPath, ['bin/run.mjs', ...args], {
    cwd: copy.root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
const read = () => readFileSync(join(copy.root, FILE), 'utf8')
const write = (text: string) => writeFileSync(join(copy.root, FILE), text)

/** What the overlay tells of the file, taken apart as a reader of it would. */
async function told(page: Page): Promise<Told[]> {
  const lines = await page.locator('.problems li').allInnerTexts()
  return lines.flatMap((text) => {
    const [, path = '', line, column, message = ''] = /^(\S+?):(\d+):(\d+) (.*)/.exec(text) ?? []
    return path === FILE ? [{ path, line: Number(line), column: Number(column), code: '', message }] : []
  })
}

test('an editor makes a write-up in the browser, and a reader sees it with its date', { tag: '@full' }, async ({
  page,
}) => {
  task('content-new', 'dental-hygienist')
  await start('dev')
  await page.goto(url + PATH)
  const overlay = page.locator('.problems')
  await patiently(overlay).toContainText(`${FILE}:`)

  const { problems } = JSON.parse(runCheck()) as { problems: Told[] }
  write(
    fillGaps(
      read(),
      problems.filter(({ path }) => path === FILE),
    ),
  )
  await patiently(overlay).toHaveCount(0)

  for (const { from, to, says, mend } of BREAKS) {
    write(read().replace(from, to))
    await patiently(overlay).toContainText(says)
    const [problem, ...others] = await told(page)
    expect(others).toEqual([])
    // The site stays up, and shows the line that is wrong.
    await patiently(overlay.locator('pre')).toContainText(read().split('\n')[(problem?.line ?? 0) - 1]?.trim() ?? '?')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dental hygienist')
    if (problem) write(mend(read(), problem))
    await patiently(overlay).toHaveCount(0)
  }

  await expect(page.getByText(SUMMARY)).toHaveCount(0)
  const sql = postgres(store.ownerUrl, { max: 1, onnotice() {} })
  const { token } = await makePerson(sql, 'editor@example.net')
  await sql`insert into editor (email) values ('editor@example.net')`
  await sql.end()
  await page.context().addCookies([{ name: SESSION, value: token, url }])
  await page.goto(`${url}/editor`)
  await page.locator('#drafts').getByRole('link', { name: 'Dental hygienist' }).click()
  await expect(page.getByText(SUMMARY)).toBeVisible({ timeout: 60_000 })

  write(read().replace('status: draft', 'status: published'))
  task('content-check', '--strict', '--today=2026-11-24')
  await stop()

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Editor', '-c', 'user.email=editor@example.com', ...args], {
      cwd: copy.root,
      stdio: 'ignore',
    })
  git('add', 'content')
  git('commit', '-m', 'Write up dental hygienists', '--date', '2026-11-20T12:00:00Z')
  task('content-check', '--history', '--today=2026-11-24')
  await start('start')
  await page.context().clearCookies()
  await page.goto(url + PATH)
  await expect(page.getByText(SUMMARY)).toBeVisible()
  await expect(page.getByText('last changed November 20, 2026')).toBeVisible()
  await expect(page.getByText('not yet reviewed by a practitioner')).toBeVisible()
})

/** The check's own list; it ends with 1 while there are errors. */
function runCheck(): string {
  try {
    return task('content-check', '--json')
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}
