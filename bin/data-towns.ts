import { step } from './steps.mjs'
import { townsFile, writeTowns } from './towns'

const [file] = process.argv.slice(2)

try {
  if (!file) throw new Error('npm run data:towns -- <cities1000 of GeoNames, tab-separated, with its heading line>')
  await step(`Write ${townsFile}`, () => writeTowns(file))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
