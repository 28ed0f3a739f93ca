import type { Address } from '../people/person.ts'

type Name = { readonly given?: string | undefined; readonly family?: string | undefined }

/** An adult on whom a child depends, as evidence of which child it is. `relationship` is a code of the register or of a concern. */
export type AdultOfChild = {
  readonly names: readonly Name[]
  readonly dateOfBirth?: string | undefined
  readonly relationship?: string | undefined
}

/**
 * A child as matching takes one, from the register and from a concern alike. The current name stands first, other names
 * after it. A date of birth may end after the year or the month. An age is what was said on a day, for want of a date.
 */
export type ChildFacts = {
  readonly names: readonly Name[]
  readonly dateOfBirth?: string | undefined
  readonly expectedDateOfDelivery?: string | undefined
  readonly age?: { readonly years: number; readonly on: string } | undefined
  readonly sex?: 'M' | 'F' | 'U' | undefined
  readonly nhsNumbers: readonly string[]
  readonly addresses: readonly Address[]
  /** Where the child may live, where no address is told of it: they speak for a child who lives there, and against nobody. */
  readonly assumedHomes?: readonly Address[] | undefined
  readonly adults: readonly AdultOfChild[]
}
