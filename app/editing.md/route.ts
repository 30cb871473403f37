import { editingGuide } from '@/lib/content/guide'
import { FOR_READERS } from '@/lib/document/shared-cache.mjs'

export function GET(): Response {
  return new Response(editingGuide, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', 'Cache-Control': FOR_READERS },
  })
}
