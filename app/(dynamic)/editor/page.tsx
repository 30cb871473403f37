import type { Metadata } from 'next'
import { DeskSection } from '@/components/editor/desk-section'
import { FileLink } from '@/components/editor/file-link'
import { ButtonForm } from '@/components/forms/button-form'
import { capitalise } from '@/lib/compare/side'
import { listDrafts, listWarnings } from '@/lib/content/desk'
import { listWriteUps } from '@/lib/content/write-ups'
import { listFamilyCoverage, listTouched, listUnwritten } from '@/lib/editors/queries'
import { env } from '@/lib/env'
import { getMeasure } from '@/lib/figures/measures'
import { formatDay, formatValue } from '@/lib/format'
import { labelOf } from '@/lib/jobs/options'
import { previewPath } from '@/lib/preview'
import { listOpenReports } from '@/lib/reports/queries'
import { PAGE_REASONS } from '@/lib/reports/reasons'
import { requireEditor } from '@/lib/users/viewer'
import { closePageReport } from './actions'

export const metadata: Metadata = { title: 'Editors' }

const fileOf = (slug: string) => `content/roles/${slug}.mdx`
const file = (path: string) => <FileLink path={path} at={env.REPOSITORY_URL} />
const page = (slug: string, name: string) => <a href={`/roles/${slug}`}>{capitalise(name)}</a>

export default async function EditorPage() {
  await requireEditor()
  const now = Date.now()
  const today = new Date(now).toISOString().slice(0, 10)
  const [families, unwritten, touched, reports] = await Promise.all([
    listFamilyCoverage(),
    listUnwritten(),
    listTouched(),
    listOpenReports(['page', 'figure']),
  ])
  const published = listWriteUps()
  const due = published.filter(({ nextReview }) => nextReview <= today)
  const roles = families.reduce((sum, family) => sum + family.roles, 0)
  return (
    <div className="wrap narrow">
      <h1>Editors</h1>
      <p className="stand">
        {published.length} of {roles} roles are written up. <a href="/editing.md">How to write one up</a>
      </p>
      <DeskSection
        id="drafts"
        title="Drafts and in review"
        none="None."
        note="A preview link works for seven days, for whoever has it."
        lines={listDrafts().map((draft) => ({
          key: draft.slug,
          what: <a href={previewPath({ kind: 'write-up', id: draft.slug }, now)}>{draft.title}</a>,
          more: file(fileOf(draft.slug)),
          number: draft.status,
        }))}
      />
      <DeskSection
        id="warnings"
        title="Warnings"
        none="The last check has none."
        lines={listWarnings().map((problem) => ({
          key: `${problem.path}:${problem.line}:${problem.column}:${problem.code}`,
          what: `${problem.message}${problem.hint ? ` (${problem.hint})` : ''}`,
          more: (
            <>
              {file(problem.path)}, line {problem.line}
            </>
          ),
          number: problem.code,
        }))}
      />
      <DeskSection
        id="reports"
        title="Reports of readers"
        none="Nobody has reported anything."
        lines={reports.map((report) => ({
          key: String(report.id),
          what: report.kind === 'page' ? <a href={report.subject}>{report.subject}</a> : <code>{report.subject}</code>,
          more: [labelOf(PAGE_REASONS, report.reason), formatDay(report.at), report.note].filter(Boolean).join(' · '),
          action: (
            <ButtonForm action={closePageReport}>
              <input type="hidden" name="report" value={report.id} />
              <button className="btn plain-btn" type="submit">
                Handled
              </button>
            </ButtonForm>
          ),
        }))}
      />
      <DeskSection
        id="stale"
        title="Due for review"
        none="None."
        lines={due.map(({ slug, title, nextReview }) => ({
          key: slug,
          what: page(slug, title),
          more: file(fileOf(slug)),
          number: nextReview,
        }))}
      />
      <DeskSection
        id="unwritten"
        title="Most visited without a write-up"
        none="Nobody has looked at a role without one in 30 days."
        note="Visits of the last 30 days. npm run content:new makes a start file."
        lines={unwritten.map(({ slug, singular, visits }) => ({
          key: slug,
          what: page(slug, singular),
          more: fileOf(slug),
          number: visits,
        }))}
      />
      <DeskSection
        id="touched"
        title="Touched by the last release"
        none="No release has changed a figure that a write-up cites."
        note="Cited figures that differ from the release before. The words around them may need another look."
        folded
        lines={touched.map(({ slug, title, changes }) => ({
          key: slug,
          what: page(slug, title),
          more: (
            <>
              {changes
                .map(
                  ({ measure, before, now: value, label }) =>
                    `${getMeasure(measure).label}: ${formatValue(measure, before)} → ${formatValue(measure, value)}, ${label}`,
                )
                .join('; ')}
              <br />
              {file(fileOf(slug))}
            </>
          ),
        }))}
      />
      <DeskSection
        id="coverage"
        title="Coverage by family"
        none=""
        lines={families.map(({ slug, name, roles: of, written }) => ({
          key: slug,
          what: <a href={`/families/${slug}`}>{name}</a>,
          number: `${written} of ${of}`,
        }))}
      />
    </div>
  )
}
