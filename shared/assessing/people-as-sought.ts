// The people of a concern as matching takes them.
import { londonDay } from '../calendar/london-day.ts'
import type { Concern } from '../concerns/concern.ts'
import { adultAt, type ConcernPerson } from '../concerns/people-of.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { present } from '../kernel/present.ts'
import type { ChildEvidence } from '../matching/child-evidence.ts'
import type { AdultOfChild, ChildFacts } from '../matching/child-facts.ts'

/** The children named, as evidence of whose parent an adult is. */
export const childEvidenceIn = ({ children }: Concern): ChildEvidence[] =>
  children.map(({ name, dateOfBirth, expectedDateOfDelivery }) => ({
    ...name,
    dateOfBirth,
    expectedDateOfDelivery,
  }))

/** Each adult of the concern with how they stand to this child: as told of the child, else of the children in general. */
const adultsOf = (
  concern: Concern,
  { ref }: Extract<ConcernPerson, { kind: 'child' }>,
): AdultOfChild[] => {
  const { subject, otherAdults, children } = concern
  if (ref === 'unborn') return [{ ...evidenceOf(subject), relationship: 'MOTHER' }]
  const told = children[Number(ref.split('/')[1])]?.relationships ?? []
  if (told.length > 0)
    return told.flatMap(({ adult, relationship }) => {
      const found = adultAt(concern, adult)
      return found === undefined ? [] : [{ ...evidenceOf(found), relationship }]
    })
  return [subject, ...otherAdults].map((adult) => ({
    ...evidenceOf(adult),
    relationship: adult.relationshipToChild,
  }))
}

const evidenceOf = ({
  names,
  dateOfBirth,
}: Concern['subject'] | Concern['otherAdults'][number]): AdultOfChild => ({
  names,
  dateOfBirth,
})

/** A child of a concern as it is sought and compared. An age counts from the day on which it was told. */
export const childFactsIn = (
  { concern, receivedAt }: Pick<StoredConcern, 'concern' | 'receivedAt'>,
  one: Extract<ConcernPerson, { kind: 'child' }>,
): ChildFacts => {
  const { names, dateOfBirth, expectedDateOfDelivery, ageYears, sex } = one.person
  const { nhsNumbers, addresses, assumedHomes } = one.person
  const age =
    ageYears === undefined ? undefined : { years: ageYears, on: londonDay(new Date(receivedAt)) }
  return {
    names,
    nhsNumbers,
    addresses,
    assumedHomes,
    adults: adultsOf(concern, one),
    ...present({ dateOfBirth, expectedDateOfDelivery, age, sex }),
  }
}
