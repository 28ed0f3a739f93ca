import { present } from '../kernel/present.ts'
import type { Address, Person } from '../people/person.ts'
import type { Concern } from './concern.ts'
import { type AdultRef, adultRefAt, type ChildRef, childRefAt } from './person-ref.ts'

type NamedChild = Concern['children'][number]

/** A child as somebody to look for, born or expected. */
export type SoughtChild = Person & {
  readonly expectedDateOfDelivery?: string
  readonly ageYears?: number
  /** Where the child may live, for all that is said: with an adult who is said to live with the children. */
  readonly assumedHomes: readonly Address[]
}

/** Somebody in a concern, with what they can be known by. */
export type ConcernPerson =
  | { readonly ref: AdultRef; readonly kind: 'adult'; readonly person: Person }
  | { readonly ref: ChildRef; readonly kind: 'child'; readonly person: SoughtChild }

type Adult = Concern['subject'] | Concern['otherAdults'][number]

const adultOf = ({
  names,
  dateOfBirth,
  sex,
  addresses,
  nhsNumbers,
  phones,
  emails,
}: Adult): Person => ({
  names,
  addresses,
  nhsNumbers,
  phones,
  emails,
  ...present({ dateOfBirth, sex }),
})

/** An adult of a concern; undefined where the reference leads to nobody. */
export const adultAt = (concern: Concern, ref: AdultRef): Adult | undefined =>
  ref === 'subject' ? concern.subject : concern.otherAdults[Number(ref.split('/')[1])]

const isCurrent = ({ to }: Address): boolean => to === undefined

/** Where a child is at home: as told of the child, else where the adults are with whom it is said to live. */
const homesOf = (concern: Concern, { address, relationships }: NamedChild): Address[] =>
  address !== undefined
    ? [address]
    : relationships.flatMap(({ adult, livesWithChild }) =>
        livesWithChild === 'YES'
          ? (adultAt(concern, adult)?.addresses.filter(isCurrent) ?? [])
          : [],
      )

/** Homes of adults who are said to live with the children, and of whom nothing else is said of this child. */
const assumedHomesOf = (
  { subject, otherAdults }: Concern,
  { relationships }: NamedChild,
): Address[] => {
  const residents = [
    { ref: 'subject', adult: subject },
    ...otherAdults.map((adult, at) => ({ ref: adultRefAt(at), adult })),
  ].filter(
    ({ ref, adult }) =>
      adult.contactLevel === 'RESIDENT' &&
      relationships.every((one) => one.adult !== ref || one.livesWithChild !== 'NO'),
  )
  return residents.flatMap(({ adult }) => adult.addresses.filter(isCurrent))
}

const childOf = (concern: Concern, child: NamedChild): SoughtChild => {
  const { name, alsoKnownAs, dateOfBirth, expectedDateOfDelivery, ageYears, sex, nhsNumber } = child
  const addresses = homesOf(concern, child)
  return {
    names: [...(name === undefined ? [] : [name]), ...alsoKnownAs],
    sex,
    addresses,
    assumedHomes: addresses.length > 0 ? [] : assumedHomesOf(concern, child),
    nhsNumbers: nhsNumber === undefined ? [] : [nhsNumber],
    phones: [],
    emails: [],
    ...present({ dateOfBirth, expectedDateOfDelivery, ageYears }),
  }
}

/** The pregnancy that is told of, as somebody to look for; none where a child of the concern is the one expected. */
const unbornOf = ({ subject, children }: Concern): ConcernPerson[] => {
  const { pregnancy, addresses } = subject
  const isAmongThem = children.some((child) => child.expectedDateOfDelivery !== undefined)
  if (pregnancy === undefined || isAmongThem) return []
  const { expectedDateOfDelivery } = pregnancy
  const person = {
    names: [],
    sex: 'U' as const,
    addresses: addresses.filter(isCurrent),
    assumedHomes: [],
    nhsNumbers: [],
    phones: [],
    emails: [],
    expectedDateOfDelivery,
  }
  return [{ ref: 'unborn', kind: 'child', person }]
}

/** Everybody in a concern: its subject, other adults, children, and the child whom the subject expects. */
export const peopleOf = (concern: Concern): readonly ConcernPerson[] => [
  { ref: 'subject', kind: 'adult', person: adultOf(concern.subject) },
  ...concern.otherAdults.map(
    (adult, at): ConcernPerson => ({ ref: adultRefAt(at), kind: 'adult', person: adultOf(adult) }),
  ),
  ...concern.children.map(
    (child, at): ConcernPerson => ({
      ref: childRefAt(at),
      kind: 'child',
      person: childOf(concern, child),
    }),
  ),
  ...unbornOf(concern),
]
