import type { AdultOfChild, ChildFacts } from '../child-facts.ts'
import { type BirthSpan, birthSpanOf } from './birth-span.ts'
import { type DateParts, datePartsOf, dayNumberOf } from './date-parts.ts'
import { type NameFeatures, nameFeaturesOf } from './name-features.ts'
import { featuresOf, type PersonFeatures } from './person-features.ts'

/** `role` is undefined where nobody said how the adult stands to the child. */
export type AdultFeatures = {
  readonly names: readonly NameFeatures[]
  readonly dateOfBirth: DateParts | undefined
  readonly role: 'mother' | 'father' | 'neither' | undefined
}

/** `due` is the expected date of a birth, in days since 1970. */
export type ChildsOwn = {
  readonly due: number | undefined
  readonly born: BirthSpan | undefined
  readonly adults: readonly AdultFeatures[]
}

const saysNothing = new Set(['OTHER', 'UNKNOWN'])

const roleOf = (relationship: string | undefined): AdultFeatures['role'] => {
  if (relationship === undefined || saysNothing.has(relationship)) return undefined
  if (relationship === 'MOTHER') return 'mother'
  return relationship === 'FATHER' ? 'father' : 'neither'
}

const adultFeaturesOf = ({ names, dateOfBirth, relationship }: AdultOfChild): AdultFeatures => ({
  names: names.flatMap((name) => nameFeaturesOf(name) ?? []),
  dateOfBirth: datePartsOf(dateOfBirth),
  role: roleOf(relationship),
})

/** Normalises one child, with the rules by which adults are normalised. */
export const featuresOfChild = (child: ChildFacts): PersonFeatures => {
  const { dateOfBirth, sex } = child
  return {
    ...featuresOf({
      names: [...child.names],
      dateOfBirth,
      sex,
      addresses: [...child.addresses],
      nhsNumbers: [...child.nhsNumbers],
      phones: [],
      emails: [],
    }),
    ofChild: {
      due: dayNumberOf(child.expectedDateOfDelivery),
      born: birthSpanOf(dateOfBirth, child.age),
      adults: child.adults.map(adultFeaturesOf),
    },
  }
}
