import { leasePostgres } from './lease'

// Run by the tests as a process of its own: holds a lease until its input ends, or until it is killed.

const [dataDir = '', packageDir] = process.argv.slice(2)
try {
  const lease = await leasePostgres({ dataDir, packageDir })
  console.log(
    JSON.stringify({ ownerUrl: lease.ownerUrl, webUrl: lease.webUrl, superUrl: lease.superUrl, pid: lease.pid }),
  )
  for await (const _ of process.stdin);
  await lease.release()
} catch (error) {
  console.log(JSON.stringify({ fault: (error as Error).message }))
  process.exitCode = 1
}
