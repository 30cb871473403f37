import { connectOwner } from '@/lib/owner-db'
import { normaliseEmail } from '@/lib/users/email'
import { openStore, prepareStore } from './store'

/**
 * Names somebody, or takes it back: what the command line says.
 * @param right the table of those who are named
 * @param done what they do from now on, or no more
 */
export async function namePerson(right: 'reviewer' | 'editor', done: string): Promise<void> {
  const [verb, typed = ''] = process.argv.slice(2)
  const email = normaliseEmail(typed)
  try {
    if (!email || (verb !== 'add' && verb !== 'remove'))
      throw new Error(`Say: npm run ${right} -- add|remove ana@example.com`)
    const store = await openStore()
    await prepareStore(store.ownerUrl)
    const sql = connectOwner(store.ownerUrl)
    if (verb === 'add') await sql`insert into ${sql(right)} (email) values (${email}) on conflict do nothing`
    else await sql`delete from ${sql(right)} where email = ${email}`
    await sql`insert into audit (action, detail) values (${`${right} ${verb}`}, ${email})`
    await sql.end({ timeout: 5 })
    await store.release()
    console.log(verb === 'add' ? `${email} ${done} from now on.` : `${email} ${done} no more.`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
