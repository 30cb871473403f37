import { expect, test } from 'vitest'
import { type Actor, actionsFor, type JobState, TRANSITIONS } from './lifecycle'
import { STATE_NAMES } from './words'

const ACTORS: Actor[] = ['recruiter', 'reviewer', 'clock']

test('who may do what in which state', () => {
  const table = Object.fromEntries(
    (Object.keys(STATE_NAMES) as JobState[]).map((state) => [
      state,
      ACTORS.map((by) => actionsFor(state, by).join(' ')).join(' | '),
    ]),
  )
  expect(table).toEqual({
    draft: 'submit archive |  | ',
    submitted: 'withdraw | request-changes refuse approve | ',
    'changes-requested': 'submit withdraw |  | ',
    refused: 'archive |  | ',
    approved: 'publish withdraw | remove | ',
    live: 'pause fill withdraw | remove | expire',
    paused: 'resume fill withdraw | remove | expire',
    filled: 'archive | remove | ',
    expired: 'fill archive | remove | ',
    withdrawn: 'archive |  | ',
    removed: 'archive |  | ',
    archived: ' |  | ',
  })
})

test('only a reviewer’s approval leads towards readers', () => {
  const into = (to: JobState) => Object.entries(TRANSITIONS).filter(([, rule]) => rule.to === to)
  expect(into('approved').map(([, rule]) => rule.by)).toEqual([['reviewer']])
  expect(into('live').flatMap(([, rule]) => rule.from)).toEqual(['approved', 'paused'])
})
