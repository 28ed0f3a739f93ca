import type { BirthSpan } from './birth-span.ts'
import type { DateParts } from './date-parts.ts'
import type { NameFeatures } from './name-features.ts'

/** `role` is undefined where nobody said how the adult stands to the child. */
export type AdultFeatures = {
  readonly names: readonly NameFeatures[]
  readonly dateOfBirth: DateParts | undefined
  readonly role: 'mother' | 'father' | 'neither' | undefined
}

/** `due` is the expected date of a birth, in days since 1970. */
export type ChildsOwn = {
  /** No address is told of the child; those that stand here are of adults who may live with it. */
  readonly isHomeAssumed?: true | undefined
  readonly due: number | undefined
  readonly born: BirthSpan | undefined
  readonly adults: readonly AdultFeatures[]
}
