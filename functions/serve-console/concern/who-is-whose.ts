import { nameOf } from '../texts/name-of.ts'
import type { Draft } from './draft.ts'
import type { Field } from './field.ts'

/** The adults of a concern, by the place at which each stands in it. */
export const adultsOf = ({ answers, adults }: Draft) => [
  { ref: 'subject', name: nameOf(answers) },
  ...adults.map((adult, at) => ({ ref: `otherAdults/${at}`, name: nameOf(adult) })),
]

/** For each of them: what they are to a child, and whether they live together. */
export const choicesOf = (draft: Draft): readonly Field[] =>
  adultsOf(draft).flatMap(({ ref }): readonly Field[] => [
    { name: `is-${ref}`, kind: 'select', of: 'toChild' },
    { name: `lives-${ref}`, kind: 'radios', of: 'yesNo' },
  ])
