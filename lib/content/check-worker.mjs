import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// A worker does not inherit the loader that lets Node read TypeScript.
register()
const { parseFiles } = await import('./parse-files.ts')
const right = workerData.words && new Set(workerData.words)

parentPort.on('message', (files) => {
  const before = right?.size ?? 0
  const results = parseFiles(files, workerData.known, right)
  parentPort.postMessage({ results, words: [...(right ?? [])].slice(before) })
})
