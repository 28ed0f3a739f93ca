import type { Concern } from './concern.ts'
import { isPlace } from './gaps-in.ts'
import type { Unread } from './unread.ts'

type Adult = Concern['subject'] | Concern['otherAdults'][number]
type Child = Concern['children'][number]

const isAdultTold = ({
  names,
  dateOfBirth,
  addresses,
  nhsNumbers,
  phones,
  emails,
}: Adult): boolean =>
  dateOfBirth !== undefined ||
  addresses.some(isPlace) ||
  [names, nhsNumbers, phones, emails].some((told) => told.length > 0)

const isChildTold = (child: Child): boolean =>
  child.alsoKnownAs.length > 0 ||
  (child.address !== undefined && isPlace(child.address)) ||
  [child.name, child.dateOfBirth, child.expectedDateOfDelivery, child.nhsNumber].some(isTold) ||
  [child.locationNow, child.school, child.gp].some(isTold)

const isTold = (value: unknown): boolean => value !== undefined

const ofPeople = /^\/(?:subject|otherAdults|children|childLocationNow)(?:\/|$)/
const hasWord = /[\p{L}\p{N}]/u

/**
 * Whether a concern leads to nobody: no name, date, number, telephone, address or location anywhere among its people, and
 * nothing that could not be read where one would stand.
 */
export const namesNobody = (concern: Concern, unread: readonly Unread[]): boolean => {
  const { subject, otherAdults, children, childLocationNow, domesticAbuse } = concern
  return !(
    [subject, ...otherAdults].some(isAdultTold) ||
    subject.pregnancy !== undefined ||
    children.some(isChildTold) ||
    [childLocationNow, domesticAbuse?.refuge, domesticAbuse?.safeContact?.number].some(isTold) ||
    unread.some(({ pointer, written }) => ofPeople.test(pointer) && hasWord.test(written))
  )
}
