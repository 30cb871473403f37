import { operatorOptions } from './steps.mjs'

/** Imports of the largest files stay small: what they hold is on its way to the store. */
const FLAGS = { 'data-import': ['--max-old-space-size=160', '--max-semi-space-size=8'] }

/**
 * Node's own flags for a task. Those that whoever started us has set by NODE_OPTIONS hold: ours would win as arguments.
 * @param {string} task
 * @returns {string[]}
 */
export const flagsOf = (task) =>
  (FLAGS[task] ?? []).filter((flag) => !operatorOptions().includes(`${flag.split('=')[0]}=`))
