import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LetterMark, Marks } from './marks'
import { Prose, partsHtml } from './parts'

const figure = (text: string, ...sources: number[]) => ({ text, ids: ['a'], sources })

/** What a program that drops the tags is left with. */
const withoutTags = (html: string) => html.replaceAll(/<[^>]*>/g, '')

it('leaves a figure alone where the tags are dropped: the number of its source is no text', () => {
  expect(withoutTags(partsHtml([figure('$71,490', 1)]))).toBe('$71,490')
  expect(withoutTags(partsHtml([figure('$34.37', 1, 2), ' against ', figure('757,220', 12)]))).toBe(
    '$34.37 against 757,220',
  )
})

it('tells a screen reader the source and draws its number from an attribute', () => {
  const html = renderToStaticMarkup(
    <>
      <Prose parts={[figure('4.9%', 3)]} />
      <Marks sources={[1, 2]} />
      <LetterMark href="/roles/x#text-law" index={1} />
    </>,
  )
  expect(html).toContain('<a href="#source-3" aria-label="source 3" data-mark="3"></a>')
  expect(html).toContain('<a href="#source-1" aria-label="source 1" data-mark="1"></a>')
  expect(html).toContain('<a href="/roles/x#text-law" aria-label="source of the text 2" data-mark="b"></a>')
  expect(withoutTags(html)).toBe('4.9%')
})

it('marks a name and its amount once, behind the amount', () => {
  const html = partsHtml([figure('California', 7), ', ', figure('$93,150', 7), '; nation ', figure('$71,490', 1)])
  expect(html.match(/data-mark="\d"/g)).toEqual(['data-mark="7"', 'data-mark="1"'])
  expect(html.indexOf('data-mark="7"')).toBeGreaterThan(html.indexOf('$93,150'))
})

it('draws no mark where nothing is cited', () => {
  expect(partsHtml([figure('4.9%')])).not.toContain('sup')
  expect(renderToStaticMarkup(<Marks sources={[]} />)).toBe('')
})

it('tells the full name of what it calls by a shorter one', () => {
  expect(partsHtml([{ ...figure('Education'), title: 'Educational Services' }])).toContain(
    '<abbr title="Educational Services">Education</abbr>',
  )
})
