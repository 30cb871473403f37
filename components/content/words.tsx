import { type Citations, type CitedRelease, figureText, type Part } from '@/lib/compare/cite'
import { comparePath } from '@/lib/compare/pair'
import type { Side } from '@/lib/compare/side'
import { groupPhrase } from '@/lib/compare/whose'
import { type FindFigure, parseRef, refOf } from '@/lib/content/figures'
import type { ContentNode } from '@/lib/content/types'
import type { Figure } from '@/lib/figures/figure'
import { getMeasure } from '@/lib/figures/measures'
import { STATE_WORDS } from '@/lib/figures/states'
import { percentilesChart } from '../charts/percentiles'
import { distributionOf } from '../compare/distribution'
import { Chart } from '../ui/chart'
import { LetterMark, Marks } from '../ui/marks'
import { partsHtml } from '../ui/parts'
import { type Renderers, renderNodes } from './render'

export type WordsContext = {
  /** The role that the words are about, with its figures. */
  side: Side
  find: FindFigure
  /** Short answers of the comparisons that the words link to, by the other role's slug. */
  answers: ReadonlyMap<string, readonly Part[]>
  cite: Citations<CitedRelease>
  years: string
  /** Where the sources of the text are listed: a page's address, or nothing for this page. */
  sourcesAt?: string
  /** Ids of the text's sources in the order of their numbers. */
  sources: readonly string[]
  /** What `SkillList` shows, most important first. */
  lists: { skills: readonly string[]; technologies: readonly string[] }
}

/** A figure that has something to show. */
const shown = (figure: Figure | undefined) => (figure && figureText(figure) !== '' ? figure : undefined)

const Parts = ({ parts }: { parts: readonly Part[] }) => <span dangerouslySetInnerHTML={{ __html: partsHtml(parts) }} />

/** A mark that leads to a source of the text, by a letter. */
export function SourceMark({ id, context: { sources, sourcesAt = '' } }: { id: string; context: WordsContext }) {
  return <LetterMark href={`${sourcesAt}#text-${id}`} index={Math.max(0, sources.indexOf(id))} />
}

function renderers(context: WordsContext): Renderers {
  const { side, find, answers, cite, years, lists } = context
  const role = side.role.slug
  const findByRef = (text: string | undefined) => {
    const ref = parseRef(text ?? '', role)
    return ref && find(ref)
  }
  return {
    Figure: (props) => {
      const ref = refOf(props, role)
      const found = find(ref)
      const figure = shown(found)
      if (!figure) return <em>{STATE_WORDS[found?.state ?? getMeasure(ref.measure).absent]}</em>
      const words = ref.measure === 'projection.growth' ? `${figureText(figure)} from ${years}` : figureText(figure)
      const group = groupPhrase(figure)
      return <Parts parts={[cite.cite(words, figure), group ? ` (${group})` : '']} />
    },
    Difference: ({ of, than }, children) => {
      const [a, b] = [shown(findByRef(of)), shown(findByRef(than))]
      if (!a || !b) return children
      return (
        <>
          {children} <Parts parts={['(', cite.value(a), ' against ', cite.value(b), ')']} />
        </>
      )
    },
    Chart: () => {
      const pay = distributionOf(side)
      const median = side.official.find(`pay.${pay?.perHour ? 'hourly' : 'annual'}.median`)
      return pay ? (
        <Chart svg={percentilesChart([{ ...pay, key: 'a' }], pay.perHour)}>
          Ring: median. Bar: middle half. Line: 10th to 90th percentile.
          {median ? <Marks sources={[cite.number(median.release)]} /> : null}
        </Chart>
      ) : null
    },
    SkillList: ({ of = 'skills', limit = '6' }) => {
      const names = lists[of === 'technologies' ? 'technologies' : 'skills'].slice(0, Number(limit))
      return names.length === 0 ? null : (
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )
    },
    Steps: (_, children) => <div className="steps">{children}</div>,
    Callout: ({ kind = 'note' }, children, block) => {
      const Tag = block ? 'div' : 'span'
      return (
        <Tag className="callout" data-kind={kind}>
          {children}
        </Tag>
      )
    },
    Source: ({ id = '' }) => <SourceMark id={id} context={context} />,
    Image: ({ name = '', alt = '', width, height }) => (
      // Pictures are checked to be small and of this very size; a document has no script to choose among others.
      // biome-ignore lint/performance/noImgElement: next/image needs a client component
      <img src={`/content/${name}`} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
    ),
    Compare: ({ with: other = '' }, _, block) => {
      const Tag = block ? 'p' : 'span'
      return (
        <Tag>
          <Parts parts={answers.get(other) ?? []} /> <a href={comparePath(role, other)}>See the whole comparison</a>
        </Tag>
      )
    },
  }
}

/** What an editor wrote, with its figures read from the ledger. */
export function Words({ nodes, context }: { nodes: readonly ContentNode[]; context: WordsContext }) {
  return <div className="words">{renderNodes(nodes, renderers(context))}</div>
}

/** Nodes without a block around them, for the items of a list. */
export function renderWords(nodes: readonly ContentNode[], context: WordsContext) {
  return renderNodes(
    nodes.flatMap((node) => (node.type === 'element' && node.tag === 'p' ? node.children : [node])),
    renderers(context),
  )
}
