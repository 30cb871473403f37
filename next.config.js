import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))

const documentCsp = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ')

/** The dynamic pages, as lib/document/nonce.ts knows them. */
const DYNAMIC =
  'search$|compare$|jobs$|report$|jobs/[^/]+/(?:apply|report)$|(?:sign-in|employer|review|editor|preview|invitation)(?:/|$)'

const everywhere = [
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
]

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  typedRoutes: true,
  poweredByHeader: false,
  agentRules: false,
  cacheHandler: `${root}lib/document/cache-handler.mjs`,
  cacheMaxMemorySize: Number(process.env.CACHE_MB ?? 128) * 1024 * 1024,
  experimental: { isrFlushToDisk: false, serverActions: { bodySizeLimit: '4mb' } },
  rewrites: async () => ({
    beforeFiles: [
      { source: '/', destination: '/fixed/home' },
      { source: '/roles', destination: '/fixed/roles' },
      { source: '/sources', destination: '/fixed/sources' },
    ],
  }),
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    // The dynamic pages get a policy with a nonce from proxy.ts; two policies would both be enforced.
    { source: `/((?!${DYNAMIC}).*)`, headers: [{ key: 'Content-Security-Policy', value: documentCsp }] },
  ],
}
