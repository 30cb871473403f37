import type { Comparison } from '@/lib/compare/comparison'
import { capitalise } from '@/lib/compare/side'
import type { SkillGroup } from '@/lib/compare/skills'
import type { Figure } from '@/lib/figures/figure'
import { formatPercent, importanceOf } from '@/lib/format'
import { escapeHtml } from '@/lib/html'
import { Marks, marksHtml } from '../ui/marks'
import { Section } from './sections'

type Bar = { id: string; name: string; text: string; width: number }

function Bars({ bars, source }: { bars: readonly Bar[]; source: number | undefined }) {
  const mark = source === undefined ? '' : marksHtml([source])
  const html = bars
    .map(
      (bar) =>
        `<li><span>${escapeHtml(bar.name)}</span> <span class="num" data-figure="${escapeHtml(bar.id)}">${escapeHtml(bar.text)}${mark}</span><span class="t"><i style="width:${bar.width}%"></i></span></li>`,
    )
    .join('\n')
  return <ul className="bars" dangerouslySetInnerHTML={{ __html: html }} />
}

const rated = (figures: readonly Figure[]): Bar[] =>
  figures.map((figure) => {
    const importance = importanceOf(figure.value ?? 1)
    return { id: figure.id, name: figure.itemName ?? figure.item, text: String(importance), width: importance }
  })

function Rated({
  label,
  groups,
  missing,
  comparison,
}: {
  label: string
  groups: readonly SkillGroup[]
  missing: string
  comparison: Comparison
}) {
  if (groups.length === 0) return <p className="quiet">{missing}</p>
  const source = groups[0]?.skills[0] ? comparison.cite.number(groups[0].skills[0].release) : undefined
  return (
    <>
      <h4>{label}</h4>
      {groups.slice(0, 3).map((group) => (
        <div key={group.specialty}>
          {group.specialty ? <p className="quiet">Rated for one specialty: {group.name?.toLowerCase()}</p> : null}
          <Bars bars={rated(group.skills)} source={source} />
        </div>
      ))}
    </>
  )
}

function Own({ figures, comparison }: { figures: readonly Figure[]; comparison: Comparison }) {
  if (figures.length === 0) return null
  const most = Math.max(...figures.map((figure) => figure.value ?? 0))
  const bars = figures.map((figure) => ({
    id: figure.id,
    name: figure.text ?? figure.item,
    text: formatPercent(figure.value ?? 0, 0),
    width: Math.round(((figure.value ?? 0) / most) * 100),
  }))
  return (
    <>
      <h4>As published elsewhere, share not explained</h4>
      <Bars bars={bars} source={comparison.cite.number(figures[0]?.release ?? '')} />
    </>
  )
}

export function Skills({ comparison }: { comparison: Comparison }) {
  const { sides, skills } = comparison
  return (
    <Section id="skills" title="Skills">
      <p className="lede">
        Importance to the occupation, from 0 to 100, as rated for O*NET. It is not a share of job postings.
      </p>
      <div className="two">
        {sides.map((side, i) => {
          const { own, groups, knowledge, technologies } = skills[i] ?? {
            own: [],
            groups: [],
            knowledge: [],
            technologies: [],
          }
          const name = comparison.own ? `${capitalise(side.role.singular)}` : capitalise(side.role.singular)
          return (
            <div className={side.key} key={side.key}>
              <h3>{name}</h3>
              <Own figures={own} comparison={comparison} />
              {side.role.kind === 'title' ? <p className="quiet">Ratings are for {side.occupation.plural}.</p> : null}
              <Rated
                label="Skills"
                groups={groups}
                missing={`Skill ratings: not collected for ${side.occupation.plural}.`}
                comparison={comparison}
              />
              {knowledge.length > 0 ? (
                <Rated label="Knowledge" groups={knowledge} missing="" comparison={comparison} />
              ) : null}
              {technologies.length > 0 ? (
                <>
                  <h4>Technologies in demand</h4>
                  <p>
                    {technologies
                      .slice(0, 10)
                      .map((technology) => technology.name)
                      .join(', ')}
                    <Marks sources={[comparison.cite.number(technologies[0]?.release ?? '')]} />
                  </p>
                </>
              ) : null}
            </div>
          )
        })}
      </div>
    </Section>
  )
}
