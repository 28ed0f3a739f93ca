import type { Person } from '../../local/people/people-types.ts'

/** A name in its parts. `line` is what the family's men bear, from which children and sisters have theirs. */
export type Name = {
  readonly before: readonly string[]
  readonly called: string
  readonly after: readonly string[]
  readonly family: string
  readonly line: string
}

/** Somebody of one of the cultures. */
export type Bearer = Omit<Person, 'origin'> & { readonly name: Name }

export const wordsOf = ({ before, called, after }: Name): readonly string[] => [
  ...before,
  called,
  ...after,
]
