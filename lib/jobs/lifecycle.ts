/** Where a posting stands. */
export type JobState =
  | 'draft'
  | 'submitted'
  | 'changes-requested'
  | 'refused'
  | 'approved'
  | 'live'
  | 'paused'
  | 'filled'
  | 'expired'
  | 'withdrawn'
  | 'removed'
  | 'archived'

/** Who may do something: a recruiter or owner of the company, a reviewer, or time itself. */
export type Actor = 'recruiter' | 'reviewer' | 'clock'

/** Where changes to a posting that readers see already stand: there are none, not sent yet, or with a reviewer. */
export type Revision = 'none' | 'open' | 'in-review'

export type Transition = {
  from: readonly JobState[]
  /** `same`: the state stays, and something else changes. */
  to: JobState | 'same'
  by: readonly Actor[]
  why?: 'code' | 'note'
  /** Where changes must stand; any where nothing is said. */
  revision?: readonly Revision[]
  /** Only while readers see changes that nobody has read. */
  unread?: true
  /** Readers see nothing of it. */
  unseen?: true
}

const SHOWN: readonly JobState[] = ['live', 'paused', 'filled', 'expired']

/** Every transition there is. What is not here cannot happen. */
export const TRANSITIONS = {
  submit: { from: ['draft', 'changes-requested'], to: 'submitted', by: ['recruiter'] },
  'request-changes': { from: ['submitted'], to: 'changes-requested', by: ['reviewer'], why: 'note' },
  refuse: { from: ['submitted'], to: 'refused', by: ['reviewer'], why: 'code' },
  approve: { from: ['submitted'], to: 'approved', by: ['reviewer'] },
  publish: { from: ['approved'], to: 'live', by: ['recruiter'] },
  pause: { from: ['live'], to: 'paused', by: ['recruiter'] },
  resume: { from: ['paused'], to: 'live', by: ['recruiter'] },
  renew: { from: ['live', 'paused'], to: 'same', by: ['recruiter'] },
  'move-last-day': { from: ['live', 'paused'], to: 'same', by: ['recruiter'] },
  revise: { from: ['live', 'paused'], to: 'same', by: ['recruiter'], revision: ['none'], unseen: true },
  'submit-revision': { from: ['live', 'paused'], to: 'same', by: ['recruiter'], revision: ['open'], unseen: true },
  'show-revision': { from: ['live', 'paused'], to: 'same', by: ['recruiter'], revision: ['open'] },
  'request-revision-changes': {
    from: ['live', 'paused'],
    to: 'same',
    by: ['reviewer'],
    why: 'note',
    revision: ['in-review'],
    unseen: true,
  },
  'refuse-revision': {
    from: ['live', 'paused'],
    to: 'same',
    by: ['reviewer'],
    why: 'code',
    revision: ['in-review'],
    unseen: true,
  },
  'approve-revision': { from: ['live', 'paused'], to: 'same', by: ['reviewer'], revision: ['in-review'] },
  'read-shown': { from: SHOWN, to: 'same', by: ['reviewer'], revision: ['none', 'open'], unread: true },
  'revert-shown': { from: SHOWN, to: 'same', by: ['reviewer'], why: 'code', revision: ['none', 'open'], unread: true },
  'discard-revision': {
    from: ['live', 'paused'],
    to: 'same',
    by: ['recruiter'],
    revision: ['open', 'in-review'],
    unseen: true,
  },
  fill: { from: ['live', 'paused', 'expired'], to: 'filled', by: ['recruiter'] },
  expire: { from: ['live', 'paused'], to: 'expired', by: ['clock'] },
  withdraw: {
    from: ['submitted', 'changes-requested', 'approved', 'live', 'paused'],
    to: 'withdrawn',
    by: ['recruiter'],
  },
  remove: { from: ['approved', 'live', 'paused', 'filled', 'expired'], to: 'removed', by: ['reviewer'], why: 'code' },
  archive: {
    from: ['draft', 'refused', 'filled', 'expired', 'withdrawn', 'removed'],
    to: 'archived',
    by: ['recruiter'],
  },
  'take-down': { from: ['filled', 'expired'], to: 'archived', by: ['clock'] },
} as const satisfies Record<string, Transition>

export type JobAction = keyof typeof TRANSITIONS

export const isJobAction = (text: unknown): text is JobAction =>
  typeof text === 'string' && Object.hasOwn(TRANSITIONS, text)

/**
 * Whether this actor may do this to a posting in this state.
 * @param revision where changes to it stand
 * @param unread whether readers see changes that no reviewer has read
 */
export function mayTransit(action: JobAction, from: JobState, by: Actor, revision: Revision, unread = false): boolean {
  const rule: Transition = TRANSITIONS[action]
  if (rule.unread && !unread) return false
  return rule.from.includes(from) && rule.by.includes(by) && (rule.revision?.includes(revision) ?? true)
}

/** What this actor may do now. */
export const actionsFor = (from: JobState, by: Actor, revision: Revision, unread = false): JobAction[] =>
  (Object.keys(TRANSITIONS) as JobAction[]).filter((action) => mayTransit(action, from, by, revision, unread))

/** The state a posting is in afterwards. */
export function stateAfter(action: JobAction, from: JobState): JobState {
  const { to }: Transition = TRANSITIONS[action]
  return to === 'same' ? from : to
}

/** Whether readers see changes that no reviewer has read. */
export const isUnread = ({ lastReadVersion }: { lastReadVersion: number | null }): boolean => lastReadVersion !== null

type Standing = { state: JobState; version: number; shownVersion: number | null; reviewVersion: number | null }

/** Where changes to a shown posting stand. */
export function revisionOf({ version, shownVersion, reviewVersion }: Standing): Revision {
  if (shownVersion === null || version === shownVersion) return 'none'
  return reviewVersion === null ? 'open' : 'in-review'
}

/** Whether a posting may be written on: before it is live, or as changes to it that no reviewer has yet. */
export const isWritable = (job: Standing): boolean =>
  ['draft', 'changes-requested'].includes(job.state) ||
  (['live', 'paused'].includes(job.state) && revisionOf(job) !== 'in-review')

/** Days before its end from which a posting is reminded of and may be renewed. */
export const NEAR_DAYS = 7

/** Days that an ended posting's page stays, for those who come back to it. */
export const KEPT_DAYS = 30

/** Why a reviewer refuses or removes a posting. */
export const REASONS = [
  ['no-vacancy', 'There seems to be no vacancy'],
  ['misleading', 'Misleading, or another’s identity'],
  ['fee', 'Applicants are asked for money'],
  ['discrimination', 'Shuts people out unlawfully'],
  ['pay', 'Pay is missing or not believable'],
  ['duplicate', 'The same job is posted already'],
  ['not-a-job', 'Not a job'],
  ['other', 'Another reason'],
] as const
