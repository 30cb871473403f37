import { getMeasure } from '../figures/measures'

/** What a prop may hold; a function returns what is wrong. */
type Check = (value: string) => string | undefined

const oneOf =
  (...values: string[]): Check =>
  (value) =>
    values.includes(value) ? undefined : `must be one of ${values.join(', ')}`

const matching =
  (pattern: RegExp, words: string): Check =>
  (value) =>
    pattern.test(value) ? undefined : words

const measure: Check = (value) => {
  try {
    getMeasure(value)
    return undefined
  } catch {
    return 'is no declared measure'
  }
}

export type Component = {
  props: Record<string, { check: Check; required?: boolean; code?: string }>
  children: boolean
}

/** The components that a write-up may use, with their props. */
export const COMPONENTS: Record<string, Component> = {
  Figure: {
    props: {
      measure: { check: measure, required: true, code: 'unknown-measure' },
      item: { check: matching(/^[\w.-]+$/, 'must be an item of the measure') },
      role: { check: matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be the slug of a role') },
      place: { check: matching(/^(US|US-[A-Z]{2}|M\d+)$/, 'must be US, a state such as US-CA or a metro') },
    },
    children: false,
  },
  Callout: { props: { kind: { check: oneOf('note', 'warning'), required: true } }, children: true },
  Source: {
    props: { id: { check: matching(/^[a-z0-9-]+$/, 'must be the id of a source'), required: true } },
    children: false,
  },
  SkillList: {
    props: {
      of: { check: oneOf('skills', 'technologies'), required: true },
      limit: { check: matching(/^([1-9]|1\d|20)$/, 'must be a number from 1 to 20') },
    },
    children: false,
  },
}
