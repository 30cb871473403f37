import { readSecret } from './secret'
import { step } from './steps.mjs'
import { openStore, prepareStore } from './store'

const [verb] = process.argv.slice(2)

try {
  if (verb !== 'add' && verb !== 'remove') throw new Error('Say: npm run demo -- add|remove')
  if (process.env.DATABASE_URL)
    throw new Error('DATABASE_URL is set: the demo is for the embedded store only, and goes into no other.')
  const store = await openStore()
  await prepareStore(store.ownerUrl)
  // Read when the modules of lib are loaded: what the demo does is the owner's to do.
  process.env.DATABASE_URL = store.ownerUrl
  process.env.AUTH_SECRET = readSecret()
  const { addDemo, DEMO_PEOPLE, removeDemo } = await import('@/lib/jobs/demo')
  if (verb === 'remove') {
    const removed = await step('Take the demo away', removeDemo)
    console.log(removed === 0 ? 'There was no demo.' : `${removed} companies of the demo are gone, and all of theirs.`)
  } else {
    const added = await step('Add the demo', addDemo)
    console.log(added === 0 ? 'The demo was there already.' : `${added} invented companies are there, with their jobs.`)
    console.log(`Sign in at /sign-in as one of these; the link then lies in .data/mail:\n  ${DEMO_PEOPLE.join('\n  ')}`)
    console.log('The last one reviews postings once you say: npm run reviewer -- add demo-reviewer@example.com')
  }
  const { getDb } = await import('@/lib/db')
  await getDb().$client.end({ timeout: 5 })
  await store.release()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
