import { describe, expect, test } from 'vitest'
import { linkTo, parseMarkdown, schema, toMarkdown } from './markdown-schema'

const { nodes, marks } = schema
const again = (markdown: string) => toMarkdown(parseMarkdown(markdown))
const paragraph = (...content: string[]) =>
  nodes.paragraph.create(
    null,
    content.map((text) => (text === '\n' ? nodes.hard_break.create() : schema.text(text))),
  )

describe('what is allowed stays', () => {
  test.each([
    '',
    'One paragraph.\n\nAnother with **bold**, *italic* and ***both***.',
    '## Duties\n\n### In the first year\n\nText',
    '- one\n- two\n  - nested\n  - more\n- three\n\nAfter',
    '1. one\n2. two\n\n   more of two',
    '9. nine\n10. ten\n    - below ten',
    '- a\n\n  3. three',
    'first line\\\nsecond line',
    '[the *whole* story](https://example.org/a_b?c=1&d=2) and [mail](mailto:jobs@example.org)',
  ])('%j', (markdown) => expect(again(markdown)).toBe(markdown))

  test('six levels of heading become two', () =>
    expect(again('# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f\n\ng\n=\n\nh\n-')).toBe(
      '## a\n\n## b\n\n### c\n\n### d\n\n### e\n\n### f\n\n## g\n\n## h',
    ))
  test('a break in a heading is a space', () => expect(again('a\\\nb\n===')).toBe('## a b'))
  test('a line end without a mark stays one', () => {
    expect(again('a\nb')).toBe('a\\\nb')
    expect(again('- a\n  b')).toBe('- a\\\n  b')
  })
  test('loose lists become tight', () => expect(again('* a\n\n* b')).toBe('- a\n- b'))
})

describe('what is not allowed is plain text, and stays so', () => {
  test.each([
    ['> quoted', '> quoted'],
    ['`code`', '`code`'],
    ['```js\nlet a\n```', '```js let a ```'],
    ['    indented', 'indented'],
    ['---', '---'],
    ['* * *', '***'],
    ['<b onclick="x()">hi</b>', '<b onclick="x()">hi</b>'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['![alt](https://example.org/a.png)', '![alt](https://example.org/a.png)'],
    ['![alt](/a.png)', '![alt](/a.png)'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['[x](data:text/html,a)', '[x](data:text/html,a)'],
    ['[x](/roles)', '[x](/roles)'],
    ['<javascript:alert(1)>', '<javascript:alert(1)>'],
    ['[x]: https://example.org', '[x]: https://example.org'],
    ['| a | b |', '| a | b |'],
  ])('%j', (markdown, text) => {
    const doc = parseMarkdown(markdown)
    doc.check()
    expect(doc.childCount).toBe(1)
    expect(doc.child(0).type).toBe(nodes.paragraph)
    expect(doc.child(0).childCount).toBe(1)
    expect(doc.child(0).child(0).marks).toEqual([])
    expect(doc.textContent).toBe(text)
    expect(parseMarkdown(toMarkdown(doc)).toJSON()).toEqual(doc.toJSON())
  })
})

describe('text that looks like Markdown survives writing and reading', () => {
  const texts = [
    '- a',
    '+ a',
    '+',
    '* a',
    '1. a',
    '1.',
    '1) a',
    '# a',
    '#',
    '> a',
    '===',
    '---',
    '~~~',
    '`a`',
    '[a](b)',
  ]
  test.each([...texts, '<b>', '&copy;', '&#x20;', 'a_b_c', '__a__', '\\', '!', '3 < 4 & 5'])('%j', (text) => {
    for (const block of [paragraph(text), paragraph('a', '\n', text), nodes.heading.create(null, schema.text(text))]) {
      const doc = nodes.doc.create(null, [block, paragraph('after')])
      expect(parseMarkdown(toMarkdown(doc)).toJSON()).toEqual(doc.toJSON())
      const inList = nodes.doc.create(null, nodes.bullet_list.create(null, nodes.list_item.create(null, block)))
      expect(parseMarkdown(toMarkdown(inList)).toJSON()).toEqual(inList.toJSON())
    }
  })
  test('a heading that ends in #', () => {
    const doc = nodes.doc.create(null, nodes.heading.create(null, schema.text('Writing C #')))
    expect(parseMarkdown(toMarkdown(doc)).toJSON()).toEqual(doc.toJSON())
  })
  test('spaces at the edge of bold go outside it', () => {
    const bold = schema.text(' bold ', [marks.strong.create()])
    const doc = nodes.doc.create(null, nodes.paragraph.create(null, [schema.text('a'), bold, schema.text('b')]))
    expect(toMarkdown(doc)).toBe('a **bold** b')
  })
  test.each([
    ['', 'Salary:', '40k'],
    ['see', '(note)', 'it'],
    ['9', '“a”', ''],
  ])('bold with punctuation at its edge: %s|%s|%s', (before, bold, after) => {
    const content = [before, bold, after].flatMap((text, i) =>
      text ? schema.text(text, i === 1 ? [marks.strong.create()] : []) : [],
    )
    const doc = nodes.doc.create(null, nodes.paragraph.create(null, content))
    expect(parseMarkdown(toMarkdown(doc)).toJSON()).toEqual(doc.toJSON())
  })
  test('an empty nested item does not swallow its parent', () => {
    const item = (...content: Parameters<typeof nodes.list_item.create>[1][]) =>
      nodes.list_item.create(null, content.flat() as never)
    const nested = nodes.bullet_list.create(null, item(paragraph()))
    const doc = nodes.doc.create(null, nodes.bullet_list.create(null, item(paragraph('a'), nested)))
    expect(parseMarkdown(toMarkdown(doc)).child(0).child(0).child(0).textContent).toBe('a')
  })
})

test('very deep lists lose no text', () => expect(parseMarkdown(`${'- '.repeat(60)}deep`).textContent).toBe('deep'))

test('addresses', () => {
  expect(linkTo(' https://example.org/a ')).toEqual({ href: 'https://example.org/a' })
  expect(linkTo('MAILTO:a@example.org')).toEqual({ href: 'MAILTO:a@example.org' })
  for (const bad of ['', 'https://', 'javascript:alert(1)', 'data:x', '/a', '//a', 'ftp://a', 'java\nscript:x', null])
    expect(linkTo(bad)).toBe(false)
})
