import type { ShownProblem } from '@/lib/content/types'

const SHOWN = 6

/** What is wrong with the write-ups, over every page of the development server; the last good text stays below. */
export function ContentProblems({ problems }: { problems: readonly ShownProblem[] }) {
  if (problems.length === 0) return null
  return (
    <section className="problems" aria-labelledby="problems-h">
      <h2 id="problems-h">
        {problems.length === 1 ? 'A write-up is wrong' : `${problems.length} places in the write-ups are wrong`}
      </h2>
      <p>The page shows the last good version until this is mended.</p>
      <ol>
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.path}:${problem.line}:${problem.column} ${problem.code}`}>
            <strong>
              {problem.path}:{problem.line}:{problem.column}
            </strong>{' '}
            {problem.message}
            {problem.text ? (
              <pre>
                {problem.text}
                {'\n'}
                {' '.repeat(Math.max(0, problem.column - 1))}^
              </pre>
            ) : null}
            {problem.hint ? (
              <span>To mend it: {/\W$/.test(problem.hint) ? problem.hint : `${problem.hint}.`}</span>
            ) : null}
          </li>
        ))}
      </ol>
      {problems.length > SHOWN ? <p>And {problems.length - SHOWN} more: npm run content:check lists them.</p> : null}
    </section>
  )
}
