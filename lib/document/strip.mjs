/** Shapes of the framework's own inline scripts on the pinned version; anything else makes the page pass unchanged. */
const FRAMEWORK_INLINE = [
  /^\(?self\.__next_f=self\.__next_f\|\|\[\]\)?/,
  /^self\.__next_f\.push\(/,
  /^\(globalThis\["?TURBOPACK/,
  /^\(?self\.__next_/,
  /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/,
  /^\$RT=performance\.now\(\);?$/,
]
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
const SCRIPT_PRELOAD = /<link\b[^>]*\bas="script"[^>]*>/g
const EMPTY_BOUNDARY = /<div hidden=""><!--\$--><!--\/\$--><\/div>/g
const REACT_MARKS = /<!--(?:\/?\$[!?]?|&|\/&)?(?: )?-->/g

/**
 * The finished page without the framework's scripts, their preloads and its flight data. JSON-LD blocks and the
 * project's own modules (`/modules/*.js`, by address) stay.
 * @param {string} html a page as the framework rendered it
 * @returns {{ html: string, unknown: string[] }} `unknown` lists scripts of a shape this function does not know; the
 *   page is then returned as it came
 */
export function stripDocument(html) {
  /** @type {string[]} */
  const unknown = []
  const stripped = html
    .replace(SCRIPT, (whole, attributes, body) => {
      if (/\btype="application\/ld\+json"/.test(attributes)) return whole
      const address = /\bsrc="([^"]*)"/.exec(attributes)?.[1]
      if (address !== undefined) {
        if (address.startsWith('/modules/') && body === '') return whole
        if (address.startsWith('/_next/') && body === '') return ''
        unknown.push(whole.slice(0, 120))
        return whole
      }
      if (FRAMEWORK_INLINE.some((shape) => shape.test(body.trim()))) return ''
      unknown.push(whole.slice(0, 120))
      return whole
    })
    .replace(SCRIPT_PRELOAD, '')
  if (unknown.length > 0) return { html, unknown }
  return { html: stripped.replace(EMPTY_BOUNDARY, '').replace(REACT_MARKS, ''), unknown }
}
