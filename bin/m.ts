import { measureContent } from './bench/content'

await measureContent()
