import type { Page } from '@playwright/test'

export type Table = { caption: string; heads: string[]; rows: { label: string; cells: string[]; official: boolean }[] }

/** What a reader, a copier or an indexer finds in a page. */
export type Reading = {
  lang: string
  title: string
  description: string | undefined
  /** Each piece of text by itself, as it stands in the page. */
  texts: string[]
  /** Each paragraph, cell, heading or list item as one run of text. */
  blocks: string[]
  tables: Table[]
  /** Names in lists of links, list by list. */
  lists: string[][]
}

/** Runs in the browser: a page is parsed there as readers' browsers parse it, without loading what it names. */
function readDocument(html: string): Reading {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const silent of page.querySelectorAll('script, style, template')) silent.remove()
  const tidy = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    if (!parent?.closest('code, pre, textarea, svg')) texts.push(tidy(walker.currentNode.nodeValue))
  }
  const blocks = [...page.body.querySelectorAll('p, td, th, h1, h2, h3, h4, li, dt, dd, caption, figcaption, summary')]
  return {
    lang: page.documentElement.lang,
    title: tidy(page.title),
    description: page.querySelector('meta[name=description]')?.getAttribute('content') ?? undefined,
    texts: texts.filter(Boolean),
    blocks: blocks.filter((block) => !block.querySelector('p, td, li, table')).map((block) => tidy(block.textContent)),
    tables: [...page.querySelectorAll('table')].map((table) => ({
      caption: tidy(table.caption?.textContent),
      heads: [...table.querySelectorAll('thead th, thead td')].map((head) => tidy(head.textContent)),
      rows: [...table.querySelectorAll('tbody tr')].map((row) => ({
        label: tidy(row.querySelector('th')?.textContent),
        official: row.classList.contains('official'),
        cells: [...row.querySelectorAll('td')].map((cell) => tidy(cell.textContent)),
      })),
    })),
    lists: [...page.querySelectorAll('ul.lines')].map((list) =>
      [...list.querySelectorAll('li > a:first-child')].map((link) => tidy(link.textContent)),
    ),
  }
}

/** Reads a page's HTML in a browser. */
export const readPage = (page: Page, html: string): Promise<Reading> => page.evaluate(readDocument, html)
