// The people of a concern as an alert names them, field by field: a field that is new is not told until it stands here.
import type { Concern } from '../../concerns/concern.ts'
import { type AdultRef, adultRefAt, childRefAt, type PersonRef } from '../../concerns/person-ref.ts'
import { present } from '../../kernel/present.ts'
import type { AlertContent, ToldWhereabouts } from './alert-content.ts'

type Adult = AlertContent['adults'][number]

const adultOf = (
  person: AdultRef,
  adult: Concern['subject'] | Concern['otherAdults'][number],
): Adult => ({
  person,
  names: adult.names,
  nhsNumbers: adult.nhsNumbers,
  relationshipToChild: adult.relationshipToChild,
  parentalResponsibility: adult.parentalResponsibility,
  contactLevel: adult.contactLevel,
  ...present({
    dateOfBirth: adult.dateOfBirth,
    sex: adult.sex,
    role: adult.role,
    relationshipToSubject:
      'relationshipToSubject' in adult ? adult.relationshipToSubject : undefined,
    expectsChildOn: 'pregnancy' in adult ? adult.pregnancy?.expectedDateOfDelivery : undefined,
  }),
})

/** The subject first, then the others in the sender's order. */
export const adultsTold = ({ subject, otherAdults }: Concern): AlertContent['adults'] => [
  adultOf('subject', subject),
  ...otherAdults.map((adult, at) => adultOf(adultRefAt(at), adult)),
]

export const childrenTold = ({ children }: Concern): AlertContent['children'] =>
  children.map((child, at) => ({
    person: childRefAt(at),
    alsoKnownAs: child.alsoKnownAs,
    sex: child.sex,
    relationships: child.relationships,
    ...present({
      name: child.name,
      dateOfBirth: child.dateOfBirth,
      expectedDateOfDelivery: child.expectedDateOfDelivery,
      ageYears: child.ageYears,
      nhsNumber: child.nhsNumber,
      firstLanguage: child.firstLanguage,
    }),
  }))

const placesOf = (
  told: Readonly<Record<string, string | undefined>>,
): NonNullable<ToldWhereabouts['places']> =>
  Object.entries(told).flatMap(([kind, text]) => (text === undefined ? [] : [{ kind, text }]))

const whereaboutsOfAdult = (
  person: PersonRef,
  { addresses, phones, emails }: Concern['otherAdults'][number] | Concern['subject'],
): ToldWhereabouts => ({ person, addresses, phones, emails })

const isSomewhere = ({ addresses, phones, emails, places }: ToldWhereabouts): boolean =>
  [addresses, phones, emails, places].some((list) => list !== undefined && list.length > 0)

/** Where everybody of a concern is said to be, one entry a person of whom anything is said. */
export const whereaboutsTold = (concern: Concern): ToldWhereabouts[] => {
  const { subject, otherAdults, children, domesticAbuse, childLocationNow, referrer } = concern
  const { hospital, midwife } = subject.pregnancy ?? {}
  const ofSubject = placesOf({
    refuge: domesticAbuse?.refuge,
    serviceBase: referrer.workBase,
    hospital,
    midwife,
    childLocationNow,
  })
  return [
    { ...whereaboutsOfAdult('subject', subject), places: ofSubject },
    ...otherAdults.map((adult, at) => whereaboutsOfAdult(adultRefAt(at), adult)),
    ...children.map(
      ({ address, locationNow, school, gp }, at): ToldWhereabouts => ({
        person: childRefAt(at),
        places: placesOf({ locationNow, school, gp }),
        ...(address !== undefined && { addresses: [address] }),
      }),
    ),
  ].filter(isSomewhere)
}
