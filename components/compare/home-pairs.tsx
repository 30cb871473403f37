import type { HomePair } from '@/lib/compare/home'
import { capitalise } from '@/lib/compare/side'
import { homePayChart } from '../charts/home-pay'
import { partsHtml } from '../ui/parts'

export function HomePairs({ pairs }: { pairs: readonly HomePair[] }) {
  return (
    <ul className="pairs">
      {pairs.map(({ path, names, why, pay }) => (
        <li key={path}>
          <a href={path}>
            {capitalise(names[0])} vs {names[1]}
          </a>
          <span className="why" dangerouslySetInnerHTML={{ __html: partsHtml(why) }} />
          {pay ? <div aria-hidden="true" dangerouslySetInnerHTML={{ __html: homePayChart(pay) }} /> : null}
        </li>
      ))}
    </ul>
  )
}
