import { RISKS } from '@/lib/jobs/risks'
import type { Sign } from '@/lib/signs/signs'

/** The sentences that a reviewer looks at, each with why. */
export function Signs({ signs }: { signs: readonly Sign[] }) {
  if (signs.length === 0) return null
  return (
    <section className="part" id="signs">
      <h2>What stands out</h2>
      <ul className="lines">
        {signs.map(({ risk, words }) => (
          <li key={`${risk} ${words}`}>
            <span>
              <strong>{RISKS[risk]}:</strong> {words}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
