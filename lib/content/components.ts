import { getMeasure } from '../figures/measures'
import type { Code } from './codes'
import { parseRef } from './figures'
import type { Known } from './known'
import type { ComponentName } from './types'

/** What is wrong with a prop's value, and what it is called. */
export type Wrong = { code: Code; message: string }
type Check = (value: string, known: Known | undefined) => Wrong | undefined

const wrong = (message: string, code: Code = 'prop-value'): Wrong => ({ code, message })

const oneOf =
  (...values: string[]): Check =>
  (value) =>
    values.includes(value) ? undefined : wrong(`must be one of ${values.join(', ')}`)

const matching =
  (pattern: RegExp, words: string): Check =>
  (value) =>
    pattern.test(value) ? undefined : wrong(words)

const measure: Check = (value) => {
  try {
    getMeasure(value)
    return undefined
  } catch {
    return wrong('is no declared measure', 'unknown-measure')
  }
}

const role: Check = (value, known) => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return wrong('must be the slug of a role')
  return known && !known.roles.has(value) ? wrong('is no role', 'unknown-role') : undefined
}

const place: Check = (value, known) => {
  if (!/^(US|US-[A-Z]{2}|M\d+)$/.test(value)) return wrong('must be US, a state such as US-CA or a metro')
  return known && !known.places.has(value) ? wrong('is no place', 'unknown-place') : undefined
}

const figure: Check = (value, known) => {
  const ref = parseRef(value, '')
  if (!ref) return wrong('must be [role/]measure[#item][@place]')
  return measure(ref.measure, known) ?? (ref.role ? role(ref.role, known) : undefined) ?? place(ref.place, known)
}

export type Component = {
  props: Record<string, { check: Check; required?: boolean }>
  /** What stands between its tags: nothing, words, or one numbered list. */
  holds: 'nothing' | 'words' | 'list'
  /** Stands between paragraphs, never inside one. */
  block?: boolean
}

const size = { check: matching(/^[1-9]\d{0,3}$/, 'must be a number of pixels'), required: true }

/** The components that a write-up may use, with their props. */
export const COMPONENTS: Record<ComponentName, Component> = {
  Figure: {
    props: {
      measure: { check: measure, required: true },
      item: { check: matching(/^[\w.-]+$/, 'must be an item of the measure') },
      role: { check: role },
      place: { check: place },
    },
    holds: 'nothing',
  },
  Difference: {
    props: {
      of: { check: figure, required: true },
      than: { check: figure, required: true },
      expect: { check: oneOf('more', 'less', 'similar'), required: true },
    },
    holds: 'words',
  },
  Chart: { props: { of: { check: oneOf('pay'), required: true } }, holds: 'nothing', block: true },
  SkillList: {
    props: {
      of: { check: oneOf('skills', 'technologies'), required: true },
      limit: { check: matching(/^([1-9]|1\d|20)$/, 'must be a number from 1 to 20') },
    },
    holds: 'nothing',
    block: true,
  },
  Steps: { props: {}, holds: 'list', block: true },
  Callout: { props: { kind: { check: oneOf('note', 'warning'), required: true } }, holds: 'words' },
  Source: {
    props: { id: { check: matching(/^[a-z0-9-]+$/, 'must be the id of a source'), required: true } },
    holds: 'nothing',
  },
  Image: {
    props: {
      name: {
        check: matching(
          /^[a-z0-9-]+\.(png|jpg|webp)$/,
          'must be the name of a png, jpg or webp file in public/content',
        ),
        required: true,
      },
      alt: { check: matching(/\S.{8,}/, 'must say in words what the picture shows'), required: true },
      width: size,
      height: size,
    },
    holds: 'nothing',
    block: true,
  },
  Compare: { props: { with: { check: role, required: true } }, holds: 'nothing' },
}
