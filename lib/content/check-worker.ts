import { parentPort, workerData } from 'node:worker_threads'
import type { Known } from './known'
import { type ContentFile, parseFiles } from './parse-files'
import type { Forms } from './spelling'

const { known, forms } = workerData as { known: Known; forms?: Forms }

parentPort?.on('message', (files: ContentFile[]) => parentPort?.postMessage(parseFiles(files, known, forms)))
