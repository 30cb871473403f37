import { measureImport, measureStart } from './bench/commands'
import { measureContent } from './bench/content'
import { measureEditing } from './bench/editing'
import { measureJobs } from './bench/jobs'
import { measure } from './bench/measure'
import { measureMemory } from './bench/memory'

const PARTS = {
  pages: measure,
  jobs: measureJobs,
  start: measureStart,
  import: measureImport,
  content: measureContent,
  editing: measureEditing,
  memory: measureMemory,
}

const wanted = process.argv.slice(2)

try {
  const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name))
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Known: ${Object.keys(PARTS).join(', ')}.`)
  for (const [name, part] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) await part()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
process.exit()
