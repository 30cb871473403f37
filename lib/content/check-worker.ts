import { parentPort, workerData } from 'node:worker_threads'
import type { Known } from './known'
import { type ContentFile, parseFiles } from './parse-files'
import type { Asked } from './spelling'

const { known, asked } = workerData as { known: Known; asked?: Asked }

parentPort?.on('message', (files: ContentFile[]) => {
  const before = asked?.size ?? 0
  const results = parseFiles(files, known, asked)
  parentPort?.postMessage({ results, words: [...(asked ?? [])].slice(before) })
})
