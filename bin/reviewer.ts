import { connectOwner } from '@/lib/owner-db'
import { normaliseEmail } from '@/lib/users/email'
import { openStore, prepareStore } from './store'

const [verb, typed = ''] = process.argv.slice(2)
const email = normaliseEmail(typed)

try {
  if (!email || (verb !== 'add' && verb !== 'remove'))
    throw new Error('Say: npm run reviewer -- add|remove ana@example.com')
  const store = await openStore()
  await prepareStore(store.ownerUrl)
  const sql = connectOwner(store.ownerUrl)
  if (verb === 'add') await sql`insert into reviewer (email) values (${email}) on conflict do nothing`
  else await sql`delete from reviewer where email = ${email}`
  await sql`insert into audit (action, detail) values (${`reviewer ${verb}`}, ${email})`
  await sql.end({ timeout: 5 })
  await store.release()
  console.log(verb === 'add' ? `${email} reviews postings from now on.` : `${email} reviews no more.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
