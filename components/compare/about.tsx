import type { ComparisonPage } from '@/lib/compare/queries'
import { capitalise } from '@/lib/compare/side'
import { curlQuotes } from '@/lib/curl-quotes'
import { renderWords, Words, type WordsContext } from '../content/words'
import { Prose } from '../ui/parts'
import { Section } from './sections'

const SHOWN = 6

function contextOf(page: ComparisonPage, i: number): WordsContext {
  const { find, answers, cite, years, writeUps, sides, skills } = page
  const side = i === 0 ? sides[0] : sides[1]
  const slug = side.role.slug
  return {
    side,
    find,
    answers: answers[i] ?? new Map(),
    cite,
    years,
    sourcesAt: `/roles/${slug}`,
    sources: writeUps[i]?.sources.map(({ id }) => id) ?? [],
    lists: {
      skills: skills[i]?.groups.flatMap((group) => group.skills.map((figure) => figure.itemName ?? figure.item)) ?? [],
      technologies: skills[i]?.technologies.map(({ name }) => name) ?? [],
    },
  }
}

/** What each role does: the editors' words, or a short text built from figures. */
export function About({ page }: { page: ComparisonPage }) {
  return (
    <Section id="about" title="What does each do?">
      <div className="two">
        {page.sides.map((side, i) => {
          const writeUp = page.writeUps[i]
          return (
            <div className={side.key} key={side.key}>
              <h3>
                What does {side.role.article} {side.role.singular} do?
              </h3>
              {writeUp ? (
                <>
                  <Words nodes={writeUp.sections[0]?.nodes ?? []} context={contextOf(page, i)} />
                  <p className="quiet">
                    By {writeUp.authors.join(', ')};{' '}
                    {writeUp.reviewers.length > 0
                      ? `reviewed by ${writeUp.reviewers.join(', ')}`
                      : 'not yet reviewed by a practitioner'}
                    . <a href={`/roles/${side.role.slug}#words`}>Read the whole text</a>
                  </p>
                </>
              ) : (
                <Prose parts={page.about[i] ?? []} />
              )}
            </div>
          )
        })}
      </div>
    </Section>
  )
}

function Items({
  items,
  source,
}: {
  items: readonly { key: string; item: React.ReactNode }[]
  source?: React.ReactNode
}) {
  const lines = (part: typeof items) => part.map(({ key, item }) => <li key={key}>{item}</li>)
  return (
    <>
      <ul className="plain">{lines(items.slice(0, SHOWN))}</ul>
      {items.length > SHOWN ? (
        <details className="more">
          <summary>Show {items.length - SHOWN} more</summary>
          <ul className="plain">{lines(items.slice(SHOWN))}</ul>
        </details>
      ) : null}
      {source}
    </>
  )
}

function OneSide({ page, i }: { page: ComparisonPage; i: number }) {
  const [writeUp, tasks, side] = [page.writeUps[i], page.tasks[i] ?? [], page.sides[i]]
  if (writeUp) {
    const context = contextOf(page, i)
    return (
      <Items
        items={writeUp.responsibilities.map((nodes, n) => ({ key: String(n), item: renderWords(nodes, context) }))}
      />
    )
  }
  if (tasks.length > 0) {
    const number = page.cite.number(tasks[0]?.release ?? '')
    return (
      <Items
        items={tasks.map((task) => ({ key: String(task.taskId), item: curlQuotes(task.text) }))}
        source={
          <p className="quiet">
            Task statements by O*NET, source <a href={`#source-${number}`}>{number}</a>.
          </p>
        }
      />
    )
  }
  const titles = page.titles.filter((title) => title.roleId === side?.occupation.id).slice(0, SHOWN)
  return (
    <p className="quiet">
      Nobody has written up what {side?.role.plural} are responsible for yet.
      {titles.length > 0
        ? ` People who do this work call themselves ${titles.map((title) => title.name).join(', ')}.`
        : ''}{' '}
      The skills below show what the work asks for most.
    </p>
  )
}

export function Responsibilities({ page }: { page: ComparisonPage }) {
  return (
    <Section id="responsibilities" title="Responsibilities">
      <div className="two">
        {page.sides.map((side, i) => (
          <div className={side.key} key={side.key}>
            <h3>{capitalise(side.role.singular)}</h3>
            <OneSide page={page} i={i} />
          </div>
        ))}
      </div>
    </Section>
  )
}
