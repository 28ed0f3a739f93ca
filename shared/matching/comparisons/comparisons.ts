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

/** Comparisons whose level tells whether a hidden address or number is one already on file. */
const areOfWhereabouts = {
  'name-form': false,
  'given-name': false,
  'family-name': false,
  'date-of-birth': false,
  identifier: false,
  phone: true,
  email: true,
  address: true,
  town: true,
  sex: false,
  children: false,
} as const satisfies Record<ComparisonName, boolean>

/** Whether a line of this name in an explanation tells of somebody's whereabouts. */
export const isOfWhereabouts = (comparison: string): boolean =>
  comparisonNames.some((name) => name === comparison && areOfWhereabouts[name])

/** The level found by each comparison, in the order of `comparisonNames`; undefined where a side lacks the value. */
export type Findings = {
  readonly [Name in ComparisonName]: (typeof comparisonLevels)[Name][number] | undefined
}
