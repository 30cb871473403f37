import { register } from 'tsx/esm/api'

// A worker does not inherit the loader that lets Node read TypeScript.
register()
await import('./check-worker.ts')
