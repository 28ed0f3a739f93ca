import { keysOf } from '../../kernel/keys-of.ts'
import { addressLevels } from './address.ts'
import { childrenLevels } from './children.ts'
import { dateOfBirthLevels } from './date-of-birth.ts'
import { emailLevels } from './email.ts'
import { familyNameLevels } from './family-name.ts'
import { givenNameLevels } from './given-name.ts'
import { nameFormLevels } from './name-pairing.ts'
import { sexLevels } from './sex.ts'
import { sharedLevels } from './shared-value.ts'
import { townLevels } from './town.ts'

/** Every comparison with its levels, strongest first. A model gives a weight to each. */
export const comparisonLevels = {
  'name-form': nameFormLevels,
  'given-name': givenNameLevels,
  'family-name': familyNameLevels,
  'date-of-birth': dateOfBirthLevels,
  identifier: sharedLevels,
  phone: sharedLevels,
  email: emailLevels,
  address: addressLevels,
  town: townLevels,
  sex: sexLevels,
  children: childrenLevels,
} as const
export type ComparisonName = keyof typeof comparisonLevels

export const comparisonNames = keysOf(comparisonLevels)

/** The level found by each comparison, in the order of `comparisonNames`; undefined where a side lacks the value. */
export type Findings = {
  readonly [Name in ComparisonName]: (typeof comparisonLevels)[Name][number] | undefined
}
