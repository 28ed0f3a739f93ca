import { type Caller, isTheirs } from '../agencies/access.ts'
import { type Holder, holdingQueue } from '../agencies/holder.ts'
import { areTwoPeople, type Person } from '../agencies/same-person.ts'
import { isPast } from '../calendar/is-past.ts'
import { foldWorkId } from '../kernel/work-id.ts'
import type { EmergencyAccess, EmergencyObject } from './emergency-access.ts'

type By = { readonly caller: Caller; readonly person: Person; readonly now: Date }

/** Why somebody may not approve; undefined: they may. */
export type ApprovalRefusal = 'not-theirs' | 'same-person' | 'closed'

/** A lead of the authority that asks, who is not who asked; in time, and once. */
export const approvalRefusalOf = (
  { authority, asker, state, dueAt }: EmergencyAccess,
  { caller, person, now }: By,
): ApprovalRefusal | undefined => {
  if (!isTheirs(caller, 'emergency.approve', { authority })) return 'not-theirs'
  if (state !== 'ASKED' || isPast(dueAt, now)) return 'closed'
  return areTwoPeople(asker, person) ? undefined : 'same-person'
}

/** The one who asked, at the same system: whoever names nobody is nobody. */
export const isAsker = ({ asker }: EmergencyAccess, person: Person): boolean =>
  asker.by === person.by &&
  asker.practitioner !== undefined &&
  person.practitioner !== undefined &&
  foldWorkId(asker.practitioner) === foldWorkId(person.practitioner)

/**
 * Whether it opens this object to this person now: approved by somebody else, for them, for this object alone, within the
 * half hour, and not found unjustified meanwhile.
 */
export const opensTo = (
  access: EmergencyAccess,
  {
    caller,
    person,
    object,
    now,
  }: By & {
    readonly object: EmergencyObject
  },
): boolean => {
  const { approved, review } = access
  if (approved === undefined || !areTwoPeople(access.asker, approved.person)) return false
  const isOfObject = access.object.kind === object.kind && access.object.id === object.id
  const isInTime = !isPast(approved.endsAt, now) && isPast(approved.at, now)
  const isHeld = caller.authority === access.authority && isAsker(access, person)
  return isOfObject && isInTime && isHeld && review?.verdict !== 'NOT_JUSTIFIED'
}

/** Whose list it stands in: of whoever must approve it, then of its owner, and overdue of the partnership lead. */
export const turnOf = ({ authority, owner, chases }: EmergencyAccess): Holder => {
  if (owner === undefined) return authority
  return chases > 0 ? holdingQueue : owner
}

/** Whether the caller reads it as whoever it was opened against: its owner's lead, or the partnership lead once that is overdue. */
export const isOfOwner = (
  caller: Caller,
  action: 'emergency.read' | 'emergency.review',
  access: EmergencyAccess,
): boolean => {
  const { owner } = access
  if (owner === undefined) return false
  return [owner, turnOf(access)].some((authority) => isTheirs(caller, action, { authority }))
}

export type EmergencyReviewRefusal = 'not-theirs' | 'same-person' | 'closed'

/** Whether the caller may say whether it was justified: neither of the two who opened it. */
export const reviewRefusalOf = (
  access: EmergencyAccess,
  { caller, person }: Omit<By, 'now'>,
): EmergencyReviewRefusal | undefined => {
  const { asker, approved, state } = access
  if (!isOfOwner(caller, 'emergency.review', access)) return 'not-theirs'
  if (state !== 'APPROVED' || approved === undefined) return 'closed'
  const isThird = [asker, approved.person].every((one) => areTwoPeople(one, person))
  return isThird ? undefined : 'same-person'
}
