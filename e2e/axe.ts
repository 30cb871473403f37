import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds on a page: WCAG 2.2 A and AA and its best practice.
 * @param scheme the one that the page is shown in; dark changes colours and nothing else, so that contrast is all
 * that is asked there unless FULL is set
 * @returns for each rule that is broken its name and the first places
 */
export async function askAxe(page: Page, scheme: 'light' | 'dark' = 'light'): Promise<string[]> {
  // Our pages have no frames: the older way does without a second page, in half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const few = scheme === 'dark' && !process.env.FULL
  const { violations } = await (few ? axe.withRules('color-contrast') : axe.withTags(TAGS)).analyze()
  const places = (nodes: { html: string }[]) => nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
  return violations.map(({ id, nodes }) => `${scheme}: ${id}: ${places(nodes).join(' | ')}`)
}
