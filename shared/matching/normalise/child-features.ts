import type { ChildEvidence } from '../child-evidence.ts'
import { type DateParts, datePartsOf } from './date-parts.ts'
import { type NameFeatures, nameFeaturesOf } from './name-features.ts'

/** A child as it is compared. `expected` is the expected date of delivery of one not yet born. */
export type ChildFeatures = {
  readonly name: NameFeatures | undefined
  readonly dateOfBirth: DateParts | undefined
  readonly expected: DateParts | undefined
}

export const childFeaturesOf = (child: ChildEvidence): ChildFeatures => ({
  name: nameFeaturesOf(child, 'child'),
  dateOfBirth: datePartsOf(child.dateOfBirth),
  expected: datePartsOf(child.expectedDateOfDelivery),
})
