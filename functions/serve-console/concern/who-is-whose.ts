import type { Draft } from './draft.ts'
import type { Field } from './parts.ts'

/** For each adult of a concern: what they are to a child, and whether they live together. */
export const choicesOf = ({ adults }: Draft): readonly Field[] =>
  ['subject', ...adults.map((_, at) => `otherAdults/${at}`)].flatMap((ref): readonly Field[] => [
    { name: `is-${ref}`, kind: 'select', of: 'toChild' },
    { name: `lives-${ref}`, kind: 'radios', of: 'yesNo' },
  ])
