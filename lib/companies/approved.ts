import 'server-only'
import { type SQL, sql } from 'drizzle-orm'

/**
 * Whether a reviewer has approved a posting of a company, and has not removed it since: its page is public, and changes
 * to it are seen by readers.
 * @param companyId the column or value that names the company
 */
export const hasApproved = (companyId: SQL): SQL<boolean> => sql<boolean>`exists (
  select from job approved where approved.company_id = ${companyId} and approved.state <> 'removed'
    and (approved.shown_version is not null or approved.state = 'approved'
      or exists (select from job_event e where e.job_id = approved.id and e.action = 'approve')))`
