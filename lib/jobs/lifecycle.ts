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

export type Transition = { from: readonly JobState[]; to: JobState; by: readonly Actor[]; why?: 'code' | 'note' }

/** Every transition there is. What is not here cannot happen. */
export const TRANSITIONS = {
  submit: { from: ['draft', 'changes-requested'], to: 'submitted', by: ['recruiter'] },
  'request-changes': { from: ['submitted'], to: 'changes-requested', by: ['reviewer'], why: 'note' },
  refuse: { from: ['submitted'], to: 'refused', by: ['reviewer'], why: 'code' },
  approve: { from: ['submitted'], to: 'approved', by: ['reviewer'] },
  publish: { from: ['approved'], to: 'live', by: ['recruiter'] },
  pause: { from: ['live'], to: 'paused', by: ['recruiter'] },
  resume: { from: ['paused'], to: 'live', by: ['recruiter'] },
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
} as const satisfies Record<string, Transition>

export type JobAction = keyof typeof TRANSITIONS

export const isJobAction = (text: unknown): text is JobAction =>
  typeof text === 'string' && Object.hasOwn(TRANSITIONS, text)

/** Whether this actor may do this to a posting in this state. */
export function mayTransit(action: JobAction, from: JobState, by: Actor): boolean {
  const rule: Transition = TRANSITIONS[action]
  return rule.from.includes(from) && rule.by.includes(by)
}

/** What this actor may do now. */
export const actionsFor = (from: JobState, by: Actor): JobAction[] =>
  (Object.keys(TRANSITIONS) as JobAction[]).filter((action) => mayTransit(action, from, by))

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

/** States whose postings may be written on. */
export const isWritable = (state: JobState): boolean => state === 'draft' || state === 'changes-requested'
