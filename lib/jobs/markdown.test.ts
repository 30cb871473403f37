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

test.each([
  ['You write List<T> and Map<K, V> daily.', '<p>You write List&lt;T&gt; and Map&lt;K, V&gt; daily.</p>'],
  ['We like <b>bold</b> people', '<p>We like &lt;b&gt;bold&lt;/b&gt; people</p>'],
  ['One\n<div>two</div>\nthree', '<p>One<br>&lt;div&gt;two&lt;/div&gt;<br>three</p>'],
  ['- a <i>b</i>\n- List<T>', '<ul><li>a &lt;i&gt;b&lt;/i&gt;</li><li>List&lt;T&gt;</li></ul>'],
  ['<!-- a note -->', '<p>&lt;!-- a note --&gt;</p>'],
  ['a < b and c > d', '<p>a &lt; b and c &gt; d</p>'],
])('%j is text where it stands, not a paragraph of its own', (text, html) => {
  expect(markdownHtml(text)).toBe(html)
})

test('headings leave out no level, wherever they begin', () => {
  expect(markdownHtml('#### A\n\n# B\n\n### C')).toBe('<h3>A</h3><h3>B</h3><h4>C</h4>')
  expect(markdownHtml('[x]: https://example.com')).toBe('<p>[x]: https://example.com</p>')
})

test.each([
  ['Monday\nTuesday', '<p>Monday<br>Tuesday</p>'],
  ['Monday\r\nTuesday', '<p>Monday<br>Tuesday</p>'],
  ['Monday  \nTuesday', '<p>Monday<br>Tuesday</p>'],
  ['- one\n  more\n- two', '<ul><li>one<br>more</li><li>two</li></ul>'],
  ['**a\nb**\n\nc', '<p><strong>a<br>b</strong></p><p>c</p>'],
  ['    in a box\n    of two lines', '<p>in a box<br>of two lines</p>'],
])('the line ends of %j are kept', (text, html) => {
  expect(markdownHtml(text)).toBe(html)
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
