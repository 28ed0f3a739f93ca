import { keysOf } from '../../kernel/keys-of.ts'
import { addressLevels } from './address.ts'
import { adultsLevels } from './adults.ts'
import { ageLevels } from './age.ts'
import { childrenLevels } from './children.ts'
import { dateOfBirthLevels } from './date-of-birth.ts'
import { emailLevels } from './email.ts'
import { expectedDateLevels } from './expected-date.ts'
import { familyNameLevels } from './family-name.ts'
import { givenNameLevels } from './given-name.ts'
import { nameFormLevels } from './name-pairing.ts'
import { ownNameLevels } from './own-name.ts'
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

/** Comparisons of two children beside these. Their weights are stated, since no file of adults could train them. */
export const childComparisonLevels = {
  'own-name': ownNameLevels,
  age: ageLevels,
  'expected-date': expectedDateLevels,
  adults: adultsLevels,
} as const
export type ChildComparisonName = keyof typeof childComparisonLevels

export const childComparisonNames = keysOf(childComparisonLevels)

/** The order of findings and weights. */
export const comparisonOrder = [...comparisonNames, ...childComparisonNames] as const

/** What no record of a child holds, so that it is never compared of two children. */
export const ofAdultsAlone: ReadonlySet<ComparisonName | ChildComparisonName> = new Set([
  'phone',
  'email',
  'children',
])

/** The level found by each comparison of children; undefined where a side lacks the value. */
export type ChildFindings = {
  readonly [Name in ChildComparisonName]: (typeof childComparisonLevels)[Name][number] | undefined
}

/** The level found by each comparison, in the order of `comparisonNames`, and of two children by those of children after. */
export type Findings = {
  readonly [Name in ComparisonName]: (typeof comparisonLevels)[Name][number] | undefined
} & Partial<ChildFindings>

/** Whether these are of two children. */
export const areOfChildren = (findings: Findings): findings is Findings & ChildFindings =>
  'adults' in findings
