import type { Comparison } from '@/lib/compare/comparison'
import { lowerName } from '@/lib/compare/describe'
import { capitalise } from '@/lib/compare/side'
import type { Gap } from '@/lib/compare/skills'
import type { Direction } from '@/lib/compare/switching'
import { importanceOf } from '@/lib/format'
import { escapeHtml } from '@/lib/html'
import { Marks } from '../ui/marks'
import { Prose } from '../ui/parts'
import { Section } from './sections'

const SHOWN = 6

function gapsHtml(gaps: readonly Gap[]): string {
  return gaps
    .slice(0, SHOWN)
    .map(({ name, from, to }) => {
      const words = `${importanceOf(from.value ?? 1)} → ${importanceOf(to.value ?? 1)}`
      return `<li><span>${escapeHtml(name)}</span> <span class="num" data-figure="${escapeHtml(`${from.id} ${to.id}`)}">${words}</span></li>`
    })
    .join('\n')
}

function Gaps({ title, gaps, none }: { title: string; gaps: readonly Gap[]; none: string }) {
  return (
    <>
      <h4>{title}</h4>
      {gaps.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul className="lines" dangerouslySetInnerHTML={{ __html: gapsHtml(gaps) }} />
      )}
    </>
  )
}

function OneWay({ direction, cite }: { direction: Direction; cite: Comparison['cite'] }) {
  const { from, to, skills, knowledge, entry, related } = direction
  const gaps = [...(skills?.toGain ?? []), ...(knowledge?.toGain ?? [])]
  const sources = [...new Set(gaps.slice(0, SHOWN).map((gap) => cite.number(gap.to.release)))]
  return (
    <div className={to.key}>
      <h3>
        From {from.role.singular} to {to.role.singular}
      </h3>
      <Prose parts={entry} />
      {skills || knowledge ? (
        <>
          <Gaps
            title="To gain: matters more there"
            gaps={gaps}
            none="No rated skill or field of knowledge matters clearly more there."
          />
          <p className="quiet">
            Importance, 0 to 100: here → there. Differences within the published errors are left out.
            <Marks sources={sources} />
          </p>
        </>
      ) : (
        <p className="quiet">
          A skill gap cannot be drawn: O*NET has not collected ratings for one of the two as a whole.
        </p>
      )}
      <p className="quiet">{related}</p>
    </div>
  )
}

/** Both directions of a switch, and what the two share. */
export function Switching({ comparison }: { comparison: Comparison }) {
  const { switching, a, b } = comparison
  const [there] = switching
  if (!there) return null
  return (
    <Section id="switching" title="Switching">
      {there.skills && there.skills.shared.length > 0 ? (
        <>
          <h3>Skills that matter in both</h3>
          <p>
            {capitalise(
              there.skills.shared
                .slice(0, 8)
                .map((gap) => lowerName(gap.name))
                .join(', '),
            )}
            . You keep these whichever way you go between {a.occupation.plural} and {b.occupation.plural}.
          </p>
        </>
      ) : null}
      <div className="two">
        {switching.map((direction) => (
          <OneWay key={direction.to.key} direction={direction} cite={comparison.cite} />
        ))}
      </div>
    </Section>
  )
}
