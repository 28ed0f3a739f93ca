// What one concern says of where its people are, and what of it is to be kept from others.
import type { Concern } from '../concerns/concern.ts'
import { adultRefAt, childRefAt, type PersonRef } from '../concerns/person-ref.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { contactsIn } from '../people/contacts-in.ts'
import type { Whereabouts } from '../people/striking/striker.ts'
import { mayProtect } from './protects.ts'

const placesIn = (words: readonly (string | undefined)[]): Whereabouts => ({
  places: words.filter((text) => text !== undefined),
})

const ofAdult = ({
  addresses,
  phones,
  emails,
}: Concern['otherAdults'][number] | Concern['subject']) => ({
  addresses,
  phones,
  emails,
})

/** Where each person of a concern is said to be. */
export const placesOfPeople = ({
  subject,
  otherAdults,
  children,
}: Concern): ReadonlyMap<PersonRef, readonly Whereabouts[]> =>
  new Map<PersonRef, readonly Whereabouts[]>([
    [
      'subject',
      [ofAdult(subject), placesIn([subject.pregnancy?.hospital, subject.pregnancy?.midwife])],
    ],
    ...otherAdults.map((adult, at) => [adultRefAt(at), [ofAdult(adult)]] as const),
    ...children.map(
      ({ address, school, gp, locationNow }, at) =>
        [
          childRefAt(at),
          [
            ...(address === undefined ? [] : [{ addresses: [address] }]),
            placesIn([school, gp, locationNow]),
          ],
        ] as const,
    ),
  ])

/** Numbers and codes that stand in what is said to keep somebody safe. */
const ofSafetyBlock = ({
  domesticAbuse,
  keepConfidentialFrom,
  workerSafety,
}: Concern): readonly Whereabouts[] => {
  const { number, times, notSafeToTalkTo } = domesticAbuse?.safeContact ?? {}
  const words = [
    times,
    notSafeToTalkTo,
    workerSafety,
    ...keepConfidentialFrom.flatMap(({ person, why }) => [person, why]),
  ].filter((text) => text !== undefined)
  return [...(number === undefined ? [] : [{ phones: [number] }]), ...words.map(contactsIn)]
}

/** Longer words are no place. */
const longestPlace = 200

/** Numbers and codes in what was sent to protect and not understood; with RESTRICTED_ADDRESS any short part that may be a place. */
const ofUnread = ({ concern, unread = [] }: StoredConcern): readonly Whereabouts[] => {
  const isRestricted = concern.flags.includes('RESTRICTED_ADDRESS')
  return unread
    .filter((part) => isRestricted || mayProtect(part))
    .flatMap(({ pointer, written }) => [
      contactsIn(written),
      ...(isRestricted && isOfPlace.test(pointer) && written.length <= longestPlace
        ? [placesIn([written])]
        : []),
    ])
}

/** Parts of a form that say where somebody is. */
const isOfPlace = /address|location|school|gp$|refuge|hospital|midwife|workBase/i

/** Whoever the danger comes from is not hidden by a restriction of somebody else's address. */
const isOfDanger = ({ role }: { readonly role?: string | undefined }): boolean =>
  role === 'ALLEGED_PERPETRATOR'

/**
 * What one concern gives that protects: a refuge, what stands in its safety block, and with RESTRICTED_ADDRESS the
 * whereabouts of everybody in it but an alleged perpetrator's.
 */
export const placesGivenIn = (stored: StoredConcern): Whereabouts[] => {
  const { concern } = stored
  const { subject, otherAdults, flags, childLocationNow, referrer, domesticAbuse } = concern
  const safe = [
    ...(domesticAbuse?.refuge === undefined ? [] : [placesIn([domesticAbuse.refuge])]),
    ...ofSafetyBlock(concern),
    ...ofUnread(stored),
  ]
  if (!flags.includes('RESTRICTED_ADDRESS')) return safe
  const exposed = new Set<PersonRef>([
    ...(isOfDanger(subject) ? ['subject' as const] : []),
    ...otherAdults.flatMap((adult, at) => (isOfDanger(adult) ? [adultRefAt(at)] : [])),
  ])
  return [
    ...safe,
    ...[...placesOfPeople(concern)].flatMap(([person, places]) =>
      exposed.has(person) ? [] : places,
    ),
    placesIn([childLocationNow, referrer.workBase]),
  ]
}
