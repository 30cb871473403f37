import { runOnce } from 'graphile-worker'
import postgres from 'postgres'
import { recordChange } from '@/lib/cache/record-change'

// A worker as another process: takes one job from the queue on the same Postgres, writes, and tells the servers.
const ownerUrl = process.argv[2] ?? ''

await runOnce({
  connectionString: ownerUrl,
  noHandleSignals: true,
  taskList: {
    async rename(payload) {
      const { slug, name } = payload as { slug: string; name: string }
      const sql = postgres(ownerUrl, { max: 1 })
      await sql.begin(async (tx) => {
        await tx`update role set singular = ${name} where slug = ${slug}`
        await recordChange(tx, ['roles'])
      })
      await sql.end()
    },
  },
})
