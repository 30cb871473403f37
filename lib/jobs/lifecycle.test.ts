import { expect, test } from 'vitest'
import {
  type Actor,
  actionsFor,
  isWritable,
  type JobAction,
  type JobState,
  mayTransit,
  type Revision,
  revisionOf,
  stateAfter,
  TRANSITIONS,
  type Transition,
} from './lifecycle'
import { STATE_NAMES } from './words'

const STATES = Object.keys(STATE_NAMES) as JobState[]
const ACTIONS = Object.keys(TRANSITIONS) as JobAction[]
const ACTORS: Actor[] = ['recruiter', 'reviewer', 'clock']
const REVISIONS: Revision[] = ['none', 'open', 'in-review']

/** Who may do what: recruiter | reviewer | clock. */
const MAY: Record<string, string> = {
  draft: 'submit archive |  | ',
  submitted: 'withdraw | request-changes refuse approve | ',
  'changes-requested': 'submit withdraw |  | ',
  refused: 'archive |  | ',
  approved: 'publish withdraw | remove | ',
  'live, none': 'pause renew move-last-day revise fill withdraw | remove | expire',
  'live, open':
    'pause renew move-last-day submit-revision show-revision discard-revision fill withdraw | remove | expire',
  'live, in-review':
    'pause renew move-last-day discard-revision fill withdraw | request-revision-changes refuse-revision approve-revision remove | expire',
  'paused, none': 'resume renew move-last-day revise fill withdraw | remove | expire',
  'paused, open':
    'resume renew move-last-day submit-revision show-revision discard-revision fill withdraw | remove | expire',
  'paused, in-review':
    'resume renew move-last-day discard-revision fill withdraw | request-revision-changes refuse-revision approve-revision remove | expire',
  filled: 'archive | remove | take-down',
  expired: 'fill archive | remove | take-down',
  withdrawn: 'archive |  | ',
  removed: 'archive |  | ',
  archived: ' |  | ',
}

test('who may do what in which state: every state, action, actor and stand of changes', () => {
  for (const state of STATES) {
    for (const revision of REVISIONS) {
      const may = (MAY[`${state}, ${revision}`] ?? MAY[state])?.split(' | ').map((list) => list.trim().split(' '))
      for (const [n, actor] of ACTORS.entries()) {
        for (const action of ACTIONS) {
          const where = `${actor} ${action} ${state} ${revision}`
          // Changes stand somewhere only where readers see the posting: elsewhere the word makes no difference.
          expect(mayTransit(action, state, actor, revision), where).toBe(may?.[n]?.includes(action))
        }
        expect(actionsFor(state, actor, revision)).toEqual(may?.[n]?.filter((action) => action !== ''))
      }
    }
  }
})

test('what readers see and nobody has read is read or taken back by a reviewer, whatever became of the posting', () => {
  const UNREAD: JobAction[] = ['read-shown', 'revert-shown']
  for (const state of STATES) {
    for (const revision of REVISIONS) {
      const shown = ['live', 'paused', 'filled', 'expired'].includes(state)
      // What is asked about is decided first: it stands on what is not read.
      const may = shown && revision !== 'in-review' ? UNREAD : []
      const list = actionsFor(state, 'reviewer', revision, true).filter((action) => UNREAD.includes(action))
      expect(list, `${state} ${revision}`).toEqual(may)
      for (const actor of ['recruiter', 'clock'] as const)
        expect(actionsFor(state, actor, revision, true)).toEqual(actionsFor(state, actor, revision))
    }
  }
})

test('only a reviewer’s approval leads towards readers', () => {
  const into = (to: JobState) => Object.entries(TRANSITIONS).filter(([, rule]) => rule.to === to)
  expect(into('approved').map(([, rule]) => rule.by)).toEqual([['reviewer']])
  expect(into('live').flatMap(([, rule]) => rule.from)).toEqual(['approved', 'paused'])
})

test('changes to a shown posting leave its state alone', () => {
  for (const action of ACTIONS) {
    const rule: Transition = TRANSITIONS[action]
    expect(rule.to === 'same', action).toBe(['renew', 'move-last-day'].includes(action) || rule.revision !== undefined)
    for (const from of rule.from) expect(stateAfter(action, from)).toBe(rule.to === 'same' ? from : rule.to)
  }
})

test('where changes stand, and whether they may be written on', () => {
  const job = { state: 'live' as JobState, version: 2, shownVersion: 2, reviewVersion: null as number | null }
  const open = { ...job, version: 3 }
  const sent = { ...open, reviewVersion: 3 }
  expect([job, open, sent, { ...job, shownVersion: null }].map(revisionOf)).toEqual([
    'none',
    'open',
    'in-review',
    'none',
  ])
  expect([job, open, sent].map(isWritable)).toEqual([true, true, false])
  const unshown = STATES.filter((state) => isWritable({ ...job, state, shownVersion: null }))
  expect(unshown.toSorted()).toEqual(['changes-requested', 'draft', 'live', 'paused'])
})
