import { measureImport, measureStart } from './bench/commands'
import { measureContent } from './bench/content'
import { measure } from './bench/measure'
import { measureMemory } from './bench/memory'

try {
  await measure()
  await measureStart()
  await measureImport()
  await measureContent()
  await measureMemory()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
