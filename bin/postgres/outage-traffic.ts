import { pathToFileURL } from 'node:url'
import type postgres from 'postgres'
import { connectionOptions } from '../../lib/db-options'

// Run by the tests as a process of its own, which the driver as published can end: transactions and single queries
// all the while, until a line comes in; two seconds later it reports.

const [url = '', driver = ''] = process.argv.slice(2)
const connect = ((await import(pathToFileURL(driver).href)) as { default: typeof postgres }).default
const sql = connect(url, connectionOptions('outage'))

const succeeded: number[] = []
const uncaught: string[] = []
let failed = 0
let pending = 0
let wrong = 0
let asked = 0

process.on('uncaughtException', (error) => uncaught.push(error.message))
process.on('unhandledRejection', (error) => uncaught.push(String(error)))

async function count(work: Promise<unknown>) {
  pending += 1
  try {
    await work
    succeeded.push(Date.now())
  } catch {
    failed += 1
  } finally {
    pending -= 1
  }
}

function transact() {
  return sql.begin(async (tx) => {
    await tx`select 1`
    await tx`select pg_sleep(.01)`
  })
}

async function query() {
  const sent = asked++
  const [row] = await sql`select ${sent}::int as sent, pg_sleep(.002)`
  if (row?.sent !== sent) wrong += 1
}

const traffic = setInterval(() => {
  count(transact())
  count(query())
}, 15)

process.stdin.once('data', () => {
  clearInterval(traffic)
  setTimeout(async () => {
    const since = Date.now()
    await Promise.allSettled(Array.from({ length: 10 }, () => sql`select pg_sleep(1)`))
    console.log(JSON.stringify({ succeeded, failed, pending, wrong, uncaught, wholePool: Date.now() - since }))
    process.exit()
  }, 2000)
})
console.log(JSON.stringify({ started: true }))
