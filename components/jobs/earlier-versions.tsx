import { formatDay } from '@/lib/format'
import type { Values } from '@/lib/forms'
import { jobFields } from '@/lib/jobs/fields'
import type { listEarlier } from '@/lib/jobs/history-queries'
import { labelOf } from '@/lib/jobs/options'

const LABELS: ReadonlyMap<string, string> = new Map(jobFields([]).map(({ name, label }) => [name, label]))

/** What was written of a posting before, whole: nothing that was typed is lost. */
export function EarlierVersions({ versions }: { versions: Awaited<ReturnType<typeof listEarlier>> }) {
  if (versions.length === 0) return null
  return (
    <section className="part" id="earlier">
      <h2>Earlier versions</h2>
      {versions.map((version) => (
        <details className="more" key={version.key}>
          <summary>
            Saved by {version.email ?? 'somebody'}, {formatDay(version.at)}
          </summary>
          <dl>
            {Object.entries(version.content as Values)
              .filter(([name, value]) => name !== 'roleSlug' && value.length > 0)
              .map(([name, value]) => (
                <div key={name}>
                  <dt className="quiet">{LABELS.get(name) ?? labelOf([], name)}</dt>
                  <dd>{String(value)}</dd>
                </div>
              ))}
          </dl>
        </details>
      ))}
    </section>
  )
}
