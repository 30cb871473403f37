import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markdownHtml } from './markdown'

test('paragraphs, headings, lists and links come out as their elements', () => {
  expect(markdownHtml('# A\n\nB **c** *d*\n\n- e\n- f\n\n[g](https://example.com)')).toBe(
    '<h3>A</h3><p>B <strong>c</strong> <em>d</em></p><ul><li>e</li><li>f</li></ul><p><a href="https://example.com" rel="nofollow ugc noopener">g</a> (example.com)</p>',
  )
})

test('a link says where it leads, whatever its words are (31, 32)', () => {
  const shown = (text: string) => markdownHtml(text).replaceAll(/<[^>]+>/g, '')
  expect(shown('[our page](https://evil.example/a)')).toBe('our page (evil.example)')
  expect(shown('[https://bank.example/](https://evil.example/)')).toBe('https://bank.example/ (evil.example)')
  expect(shown('[https://evil.example/a](https://evil.example/a)')).toBe('https://evil.example/a')
  expect(shown('<https://evil.example/a>')).toBe('https://evil.example/a')
  expect(shown('[a](https://аpple.example)')).toBe('a (xn--pple-43d.example)')
  expect(shown('[write](mailto:ana@example.com)')).toBe('write (ana@example.com)')
})

test('HTML, scripts and other schemes stay text (27, 28, 30, 31, 33)', () => {
  expect(markdownHtml('<script>x</script>')).toBe('<p>&lt;script&gt;x&lt;/script&gt;</p>')
  expect(markdownHtml('a <img src=x onerror=y> b')).not.toContain('<img')
  expect(markdownHtml('[a](javascript:x)')).toBe('<p>a</p>')
  expect(markdownHtml('[a](JaVaScRiPt:x) [b](data:text/html,x) [c](//evil.example)')).toBe('<p>a b c</p>')
  expect(markdownHtml('{process.env} import x')).toBe('<p>{process.env} import x</p>')
})

test('whatever is written, only listed elements come out', () => {
  const allowed =
    /^<\/?(p|h3|h4|strong|em|ul|ol|li|br|a)( href="(https?:\/\/|mailto:)[^"<>]*" rel="nofollow ugc noopener")?>/
  const pieces = fc.constantFrom(
    '<',
    '>',
    '[',
    '](',
    ')',
    '"',
    "'",
    '`',
    '*',
    '_',
    '\n',
    '- ',
    '# ',
    'javascript:',
    'https://a.b',
    '<svg onload=x>',
    '&lt;',
    '<!--',
    ']]>',
    'a',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const html = markdownHtml(parts.join(''))
      for (const at of html.matchAll(/</g)) expect(html.slice(at.index)).toMatch(allowed)
    }),
    { numRuns: 500 },
  )
})
