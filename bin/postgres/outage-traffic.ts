import { pathToFileURL } from 'node:url'
import type postgres from 'postgres'
import { connectionOptions } from '../../lib/db-options'

// Run by the tests as a process of its own, which an unguarded driver would end: transactions all the while, until a
// line comes in; two seconds later it reports.

const [url = '', driver = ''] = process.argv.slice(2)
const connect = ((await import(pathToFileURL(driver).href)) as { default: typeof postgres }).default
const sql = connect(url, connectionOptions('outage'))

const succeeded: number[] = []
const uncaught: string[] = []
let failed = 0
let pending = 0

process.on('uncaughtException', (error) => uncaught.push(error.message))
process.on('unhandledRejection', (error) => uncaught.push(String(error)))

async function transact() {
  pending += 1
  try {
    await sql.begin(async (tx) => {
      await tx`select 1`
      await tx`select pg_sleep(.01)`
    })
    succeeded.push(Date.now())
  } catch {
    failed += 1
  } finally {
    pending -= 1
  }
}

const traffic = setInterval(transact, 15)
process.stdin.once('data', () => {
  clearInterval(traffic)
  setTimeout(() => {
    console.log(JSON.stringify({ succeeded, failed, pending, uncaught }))
    process.exit()
  }, 2000)
})
console.log(JSON.stringify({ started: true }))
