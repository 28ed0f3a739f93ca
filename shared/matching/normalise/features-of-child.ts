import type { AdultOfChild, ChildFacts } from '../child-facts.ts'
import { birthSpanOf } from './birth-span.ts'
import type { AdultFeatures } from './childs-own.ts'
import { datePartsOf, dayNumberOf } from './date-parts.ts'
import { namesIn } from './name-features.ts'
import { featuresOf, type PersonFeatures } from './person-features.ts'

const saysNothing = new Set(['OTHER', 'UNKNOWN'])

const roleOf = (relationship: string | undefined): AdultFeatures['role'] => {
  if (relationship === undefined || saysNothing.has(relationship)) return undefined
  if (relationship === 'MOTHER') return 'mother'
  return relationship === 'FATHER' ? 'father' : 'neither'
}

const adultFeaturesOf = ({ names, dateOfBirth, relationship }: AdultOfChild): AdultFeatures => ({
  names: names.flatMap((name) => namesIn(name)),
  dateOfBirth: datePartsOf(dateOfBirth),
  role: roleOf(relationship),
})

/** Normalises one child, with the rules by which adults are normalised. */
export const featuresOfChild = (child: ChildFacts): PersonFeatures => {
  const { dateOfBirth, sex, addresses, assumedHomes = [] } = child
  const isHomeAssumed = addresses.length === 0 && assumedHomes.length > 0
  return {
    ...featuresOf(
      {
        names: [...child.names],
        dateOfBirth,
        sex,
        addresses: [...(isHomeAssumed ? assumedHomes : addresses)],
        nhsNumbers: [...child.nhsNumbers],
        phones: [],
        emails: [],
      },
      [],
      'child',
    ),
    ofChild: {
      due: dayNumberOf(child.expectedDateOfDelivery),
      born: birthSpanOf(dateOfBirth, child.age),
      adults: child.adults.map(adultFeaturesOf),
      ...(isHomeAssumed && { isHomeAssumed }),
    },
  }
}
