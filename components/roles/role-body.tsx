import { comparePath } from '@/lib/compare/pair'
import { capitalise } from '@/lib/compare/side'
import type { RolePage } from '@/lib/roles/page'
import { percentilesChart } from '../charts/percentiles'
import { distributionOf } from '../compare/distribution'
import { Section } from '../compare/sections'
import { JobList } from '../jobs/job-list'
import { Chart } from '../ui/chart'
import { Marks } from '../ui/marks'
import { FieldsOfStudy } from './fields-of-study'
import { FigureTable } from './figure-table'
import { WriteUpText } from './write-up-text'

const idOf = (title: string) => title.toLowerCase().replaceAll(/[^a-z]+/g, '-')

const Invitation = ({ plural }: { plural: string }) => (
  <p className="quiet">
    Nobody has written about {plural} yet; the words above are made from figures.{' '}
    <a href="/editing.md">How to write up a role</a>
  </p>
)

export function RoleBody({ page }: { page: RolePage }) {
  const { role, occupation, side, groups, ownGroups, technologies, related, titles, cite } = page
  const pay = distributionOf(side)
  const near = related.filter((row) => row.slug !== role.slug).slice(0, 10)
  return (
    <>
      {page.writeUp ? <WriteUpText page={page} /> : <Invitation plural={role.plural} />}
      {ownGroups.length > 0 ? (
        <Section id="own" title="As published elsewhere for this title">
          <p className="quiet">
            No period, place or method was given. These figures are compared with nothing official.
          </p>
          {ownGroups.map((group) => (
            <FigureTable group={group} key={group.title} />
          ))}
        </Section>
      ) : null}
      {role.kind === 'title' ? (
        <p className="lede">
          {capitalise(role.plural)} are not counted officially. What follows are official figures for{' '}
          {occupation.plural}.
        </p>
      ) : null}
      {groups.map((group) => (
        <Section id={idOf(group.title)} title={group.title} key={group.title}>
          {group.title === 'Pay' && pay ? (
            <Chart svg={percentilesChart([pay], pay.perHour)}>
              Ring: median. Bar: middle half. Line: 10th to 90th percentile.
            </Chart>
          ) : null}
          <FigureTable group={group} />
          {group.title === 'Education' ? <FieldsOfStudy of={page.fields} /> : null}
        </Section>
      ))}
      {technologies.length > 0 ? (
        <Section id="technologies" title="Technologies in demand">
          <p className="quiet">Often asked for in employers’ postings for this occupation, as O*NET counts them.</p>
          <p>
            {technologies
              .slice(0, 40)
              .map((technology) => technology.name)
              .join(', ')}
            <Marks sources={[cite.number(technologies[0]?.release ?? '')]} />
          </p>
        </Section>
      ) : null}
      {titles.length > 0 ? (
        <Section id="titles" title="Also called">
          <p>{titles.map((title) => title.name).join(', ')}.</p>
        </Section>
      ) : null}
      {page.jobs.length > 0 ? (
        <Section id="jobs" title="Open jobs">
          <JobList jobs={page.jobs} />
          <p className="quiet">
            <a href={`/jobs?role=${role.slug}`}>All open jobs for {role.plural}</a>
          </p>
        </Section>
      ) : null}
      {near.length > 0 ? (
        <Section id="near" title={`Compare ${role.article} ${role.singular} with`}>
          <ul className="columns">
            {near.map((row) => (
              <li key={row.slug}>
                <a href={comparePath(role.slug, row.slug)}>{capitalise(row.singular)}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
