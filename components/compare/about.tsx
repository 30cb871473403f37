import type { Comparison } from '@/lib/compare/comparison'
import { capitalise } from '@/lib/compare/side'
import { Prose } from '../ui/parts'
import { Section } from './sections'

export function About({ comparison }: { comparison: Comparison }) {
  return (
    <Section id="about" title="What does each do?">
      <div className="two">
        {comparison.sides.map((side, i) => (
          <div className={side.key} key={side.key}>
            <h3>
              What does {side.role.article} {side.role.singular} do?
            </h3>
            <Prose parts={comparison.about[i] ?? []} />
          </div>
        ))}
      </div>
    </Section>
  )
}

export function Responsibilities({ comparison }: { comparison: Comparison }) {
  return (
    <Section id="responsibilities" title="Responsibilities">
      <div className="two">
        {comparison.sides.map((side, i) => (
          <div className={side.key} key={side.key}>
            <h3>{capitalise(side.role.singular)}</h3>
            {(comparison.tasks[i] ?? []).slice(0, 6).map((task) => (
              <p key={task.taskId}>{task.text}</p>
            ))}
          </div>
        ))}
      </div>
    </Section>
  )
}
