import { type Citations, type CitedRelease, figureText } from '@/lib/compare/cite'
import { type FindFigure, refOf } from '@/lib/content/figures'
import type { ContentNode } from '@/lib/content/types'
import { getMeasure } from '@/lib/figures/measures'
import { STATE_WORDS } from '@/lib/figures/states'
import { partsHtml } from '../ui/parts'
import { type Renderers, renderNodes } from './render'

export type WordsContext = {
  /** Slug of the role that the words are about. */
  role: string
  find: FindFigure
  cite: Citations<CitedRelease>
  years: string
  /** Where the sources of the text are listed: a page's address, or nothing for this page. */
  sourcesAt?: string
  /** Ids of the text's sources in the order of their numbers. */
  sources: readonly string[]
  /** What `SkillList` shows, most important first. */
  lists: { skills: readonly string[]; technologies: readonly string[] }
}

function renderers({ role, find, cite, years, sourcesAt = '', sources, lists }: WordsContext): Renderers {
  return {
    Figure: (props) => {
      const ref = refOf(props, role)
      const figure = find(ref)
      if (!figure || (figure.value === null && figure.text === null)) {
        return <em>{STATE_WORDS[figure?.state ?? getMeasure(ref.measure).absent]}</em>
      }
      const words = ref.measure === 'projection.growth' ? `${figureText(figure)} from ${years}` : figureText(figure)
      return <span dangerouslySetInnerHTML={{ __html: partsHtml([cite.cite(words, figure)]) }} />
    },
    Callout: ({ kind = 'note' }, children) => (
      <span className="callout" data-kind={kind}>
        {children}
      </span>
    ),
    Source: ({ id = '' }) => (
      <sup className="src">
        <a href={`${sourcesAt}#text-${id}`} aria-label={`source of the text ${sources.indexOf(id) + 1}`}>
          {String.fromCharCode(97 + Math.max(0, sources.indexOf(id)))}
        </a>
      </sup>
    ),
    SkillList: ({ of = 'skills', limit = '6' }) => (
      <ul>
        {lists[of === 'technologies' ? 'technologies' : 'skills'].slice(0, Number(limit)).map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    ),
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
