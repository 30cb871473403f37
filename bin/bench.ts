import { measureImport, measureStart } from './bench/commands'
import { measure } from './bench/measure'
import { measureMemory } from './bench/memory'

try {
  await measure()
  await measureStart()
  await measureImport()
  await measureMemory()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
