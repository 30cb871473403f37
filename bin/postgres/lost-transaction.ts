import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type postgres from 'postgres'
import { connectionOptions } from '../../lib/db-options'

// Run by the tests as a process of its own: a transaction whose connection is ended goes on after a pause, and the
// program reports what was thrown where nothing can catch it.

const [url = '', superUrl = '', driver = ''] = process.argv.slice(2)
const connect = ((await import(pathToFileURL(driver).href)) as { default: typeof postgres }).default
const uncaught: string[] = []
process.on('uncaughtException', (error) => uncaught.push(error.message))

const sql = connect(url, connectionOptions('lost'))
const other = connect(superUrl, connectionOptions('other'))
const outcome = await sql
  .begin(async (tx) => {
    const [session] = await tx`select pg_backend_pid() as pid`
    await other`select pg_terminate_backend(${session?.pid})`
    await sleep(300)
    await tx`select 1`
  })
  .then(String, (error) => error.code)
await sleep(500)
console.log(JSON.stringify({ outcome, uncaught }))
process.exit()
