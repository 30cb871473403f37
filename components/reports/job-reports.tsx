import { formatDay } from '@/lib/format'
import { labelOf } from '@/lib/jobs/options'
import type { JobReport } from '@/lib/reports/queries'
import { JOB_REASONS, OUTCOMES } from '@/lib/reports/reasons'
import { ButtonForm } from '../forms/button-form'
import { WithBreaks } from '../ui/with-breaks'

type Props = { reports: readonly JobReport[]; job: string; close: (data: FormData) => Promise<void> }

/** What readers have reported of a job, each with the ways to close it. The employer sees none of this. */
export function JobReports({ reports, job, close }: Props) {
  if (reports.length === 0) return null
  return (
    <section className="part" id="reports">
      <h2>Reports by readers</h2>
      <p className="quiet">The employer does not see them.</p>
      <ul className="lines">
        {reports.map((report) => (
          <li key={report.id}>
            <div className="said">
              <strong>{labelOf(JOB_REASONS, report.reason)}</strong>
              {report.note ? (
                <p>
                  <WithBreaks text={report.note} />
                </p>
              ) : null}
              {report.outcome ? (
                <p className="quiet">Closed: {labelOf(OUTCOMES, report.outcome)}</p>
              ) : (
                <ButtonForm action={close} className="buttons">
                  <input type="hidden" name="job" value={job} />
                  <input type="hidden" name="report" value={report.id} />
                  {OUTCOMES.map(([code, label]) => (
                    <button className="btn plain-btn" name="outcome" value={code} key={code} type="submit">
                      {label}
                    </button>
                  ))}
                </ButtonForm>
              )}
            </div>
            <span className="num">{formatDay(report.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
