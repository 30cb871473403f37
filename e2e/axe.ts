import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds on a page: WCAG 2.2 A and AA and its best practice.
 * @returns for each rule that is broken its name and the first places
 */
export async function askAxe(page: Page): Promise<string[]> {
  // Our pages have no frames, so the older way does without a second page; what is right needs no places.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.withTags(TAGS).analyze()
  const places = (nodes: { html: string }[]) => nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
  return violations.map(({ id, nodes }) => `${id}: ${places(nodes).join(' | ')}`)
}
