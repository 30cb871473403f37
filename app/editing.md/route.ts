import { editingGuide } from '@/lib/content/guide'

export function GET(): Response {
  return new Response(editingGuide, {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8', 'Cache-Control': 'public, max-age=0, s-maxage=3600' },
  })
}
