import { boolean, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { role } from './roles'
import { release } from './sources'

const papers = {
  roleId: integer('role_id')
    .notNull()
    .references(() => role.id),
  releaseId: integer('release_id')
    .notNull()
    .references(() => release.id),
}

/** Software and tools named for an occupation. */
export const technology = pgTable(
  'technology',
  {
    ...papers,
    name: text('name').notNull(),
    hot: boolean('hot').notNull(),
    inDemand: boolean('in_demand').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roleId, t.releaseId, t.name] }), index('technology_release').on(t.releaseId)],
)

/** Task statements are sentences of O*NET's: only an operator's own import fills this table. */
export const task = pgTable(
  'task',
  {
    ...papers,
    taskId: integer('task_id').notNull(),
    text: text('text').notNull(),
    core: boolean('core'),
    specialty: text('specialty').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.roleId, t.releaseId, t.taskId, t.specialty] }),
    index('task_release').on(t.releaseId),
  ],
)

export const relatedRole = pgTable(
  'related_role',
  {
    ...papers,
    relatedRoleId: integer('related_role_id')
      .notNull()
      .references(() => role.id),
    rank: smallint('rank').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roleId, t.releaseId, t.relatedRoleId] }),
    index('related_role_release').on(t.releaseId),
  ],
)

/** A field of study that is judged to lead to an occupation; the code 99.9999 with an empty title says that none is. */
export const fieldOfStudy = pgTable(
  'field_of_study',
  {
    ...papers,
    cip: text('cip').notNull(),
    title: text('title').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roleId, t.releaseId, t.cip] }), index('field_of_study_release').on(t.releaseId)],
)

/** How one code list's codes lead to another's: O*NET-SOC to matrix, matrix to ACS. */
export const crosswalk = pgTable(
  'crosswalk',
  {
    releaseId: integer('release_id')
      .notNull()
      .references(() => release.id),
    kind: text('kind').notNull(),
    fromCode: text('from_code').notNull(),
    fromTitle: text('from_title').notNull(),
    toCode: text('to_code').notNull(),
    toTitle: text('to_title').notNull(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.kind, t.fromCode, t.toCode] })],
)
