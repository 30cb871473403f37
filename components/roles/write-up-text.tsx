import type { Licence } from '@/lib/content/types'
import { formatDay } from '@/lib/format'
import type { RolePage } from '@/lib/roles/page'
import { Section } from '../compare/sections'
import { renderWords, SourceMark, Words, type WordsContext } from '../content/words'

/** What the law requires to do the work, as far as the editors have found it. */
function Licences({ licences, context }: { licences: readonly Licence[]; context: WordsContext }) {
  if (licences.length === 0) return null
  return (
    <>
      <h3>What the law asks for</h3>
      <ul className="plain words">
        {licences.map(({ name, requiredBy, where, source }) => (
          <li key={name}>
            {name}, required by {requiredBy}
            {where ? ` (${where})` : ''}
            <SourceMark id={source} context={context} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The whole write-up of a role, who stands behind it, and the sources of the text. */
export function WriteUpText({ page }: { page: RolePage }) {
  const { writeUp, side, find, answers, cite, years, skills, technologies } = page
  if (!writeUp) return null
  const context: WordsContext = {
    side,
    find,
    answers,
    cite,
    years,
    sources: writeUp.sources.map(({ id }) => id),
    lists: {
      skills: skills.flatMap((group) => group.skills.map((figure) => figure.itemName ?? figure.item)),
      technologies: technologies.map(({ name }) => name),
    },
  }
  return (
    <div id="words">
      {writeUp.sections.map((section, i) => (
        <Section id={section.id} title={section.title} key={section.id}>
          <Words nodes={section.nodes} context={context} />
          {i === 2 ? (
            <>
              <Licences licences={writeUp.licences ?? []} context={context} />
              <h3>Responsibilities</h3>
              <ul className="plain words">
                {writeUp.responsibilities.map((nodes, n) => (
                  <li key={String(n)}>{renderWords(nodes, context)}</li>
                ))}
              </ul>
            </>
          ) : null}
        </Section>
      ))}
      <p className="quiet">
        By {writeUp.authors.join(', ')}
        {writeUp.changed ? `, last changed ${formatDay(new Date(writeUp.changed))}` : ''};{' '}
        {writeUp.reviewers.length > 0
          ? `reviewed by ${writeUp.reviewers.join(', ')}`
          : 'not yet reviewed by a practitioner'}
        .{writeUp.sources.length > 0 ? ' Sources of the text:' : ''}
      </p>
      {writeUp.sources.length > 0 ? (
        <ol className="letters">
          {writeUp.sources.map((source) => (
            <li id={`text-${source.id}`} key={source.id}>
              <a href={source.url} rel="external">
                {source.title}
              </a>
              {source.publisher ? `, ${source.publisher}` : ''}, seen {formatDay(new Date(source.accessed))}
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}
