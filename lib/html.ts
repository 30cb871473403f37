const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text made safe for HTML and SVG, in content and in quoted attributes: the one escape of everything built as a string. */
export function escapeHtml(text: string | number): string {
  return String(text).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

/** Text of several lines as HTML: each line end is one. */
export const linesHtml = (text: string): string => escapeHtml(text).replaceAll(/\r\n?|\n/g, '<br>')
