import { fileURLToPath } from 'node:url'
import { DOCUMENT_POLICY, EVERYWHERE } from './lib/document/headers.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The dynamic pages, as lib/document/nonce.ts knows them. */
const DYNAMIC =
  'search$|compare$|jobs$|report$|jobs/[^/]+/(?:apply|report)$|(?:sign-in|employer|review|editor|preview|invitation)(?:/|$)'

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  // Pictures are made once, where they are uploaded: nothing here fetches or decodes one by request.
  images: { unoptimized: true },
  cacheHandler: `${root}lib/document/cache-handler.mjs`,
  cacheMaxMemorySize: Number(process.env.CACHE_MB ?? 128) * 1024 * 1024,
  experimental: {
    isrFlushToDisk: false,
    serverActions: { bodySizeLimit: '4mb' },
    // The development server starts a worker at each request of a page; as a process it takes a third of an edit's time.
    workerThreads: process.env.NODE_ENV === 'development',
  },
  rewrites: async () => ({
    beforeFiles: [
      { source: '/', destination: '/fixed/home' },
      { source: '/roles', destination: '/fixed/roles' },
      { source: '/sources', destination: '/fixed/sources' },
      // Asked for beside what is no HTML and so names no icon.
      { source: '/favicon.ico', destination: '/icon.svg' },
    ],
  }),
  headers: async () => [
    { source: '/:path*', headers: EVERYWHERE },
    // The dynamic pages get a policy with a nonce from proxy.ts; two policies would both be enforced.
    { source: `/((?!${DYNAMIC}).*)`, headers: [{ key: 'Content-Security-Policy', value: DOCUMENT_POLICY }] },
    { source: '/logos/:hash', headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; sandbox" }] },
  ],
}
