import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// A worker does not inherit the loader that lets Node read TypeScript.
register()
const { parseFiles } = await import('./parse-files.ts')
const { known, asked } = workerData

parentPort.on('message', (files) => {
  const before = asked?.size ?? 0
  const results = parseFiles(files, known, asked)
  parentPort.postMessage({ results, words: [...(asked ?? [])].slice(before) })
})
