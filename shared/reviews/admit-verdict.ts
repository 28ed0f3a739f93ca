import { type Caller, isTheirs, type Owner } from '../agencies/access.ts'
import { holdingQueue } from '../agencies/holder.ts'
import { areTwoPeople, type Person } from '../agencies/same-person.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { isOf } from '../kernel/ids.ts'
import { fits, type GivenVerdict, isOpen, type RecordedVerdict, type Review } from './review.ts'

/** Why a verdict is not taken. */
export type VerdictRefusal =
  | 'not-theirs'
  | 'changed-since-read'
  | 'closed'
  | 'own-concern'
  | 'verdict-unfit'
  /** It names people of another authority's register. */
  | 'people-not-theirs'

/** Whose a review is to decide. */
export const ownerOf = ({ asked, agency, authority, heldBy }: Review): Owner => {
  if (heldBy !== undefined) return { authority: heldBy }
  if (asked === 'partnership-lead') return { authority: holdingQueue }
  return asked === 'sender-lead'
    ? { ...(agency !== undefined && { agency }) }
    : { ...(authority !== undefined && { authority }) }
}

/** Whether a caller may see or decide this review: their own, and where it is their lead's alone, with the lead's scope. */
export const maySeeReview = (
  caller: Caller,
  action: 'review.read' | 'review.decide',
  review: Review,
): boolean =>
  isTheirs(caller, action, ownerOf(review)) &&
  (review.isLeadsOnly !== true || isTheirs(caller, 'alert.see-leads-only', ownerOf(review)))

/** Whether whoever sent the concern would decide on it themselves. Who sent it unnamed is told by their sign-in alone. */
const isSubmitter = ({ submittedBy }: StoredConcern, person: Person): boolean => {
  const submitter = { ...submittedBy, by: submittedBy.clientId }
  return submittedBy.practitioner === undefined
    ? submitter.by === person.by
    : !areTwoPeople(submitter, person)
}

type By = {
  readonly caller: Caller
  readonly person: Person
  readonly expectedVersion: number
  readonly verdict: GivenVerdict
}

type Said = Pick<RecordedVerdict, 'verdict' | 'ids'>

/**
 * Whether this caller may give this verdict now; undefined: they may. Nobody decides on disclosure of what they sent
 * themselves, or of what a colleague sent at another agency's lead.
 */
export const refusalOf = (
  review: Review,
  stored: StoredConcern | undefined,
  by: By,
): VerdictRefusal | undefined => {
  const { caller, person, verdict } = by
  if (!maySeeReview(caller, 'review.decide', review)) return 'not-theirs'
  if (review.version !== by.expectedVersion) return 'changed-since-read'
  if (!isOpen(review) || stored === undefined || !stored.reviewIds.includes(review.reviewId))
    return 'closed'
  if (isSubmitter(stored, person)) return 'own-concern'
  const { authority } = review
  const areOwn = verdict.ids?.every((id) => authority !== undefined && isOf(authority, id)) ?? true
  if (!fits(review, verdict)) return 'verdict-unfit'
  return areOwn ? undefined : 'people-not-theirs'
}

/** Whether a verdict is the one that this person gave last, sent again by a system that did not hear. */
export const isSentAgain = (
  { decided, proposed, version }: Review,
  { person, verdict, expectedVersion }: Omit<By, 'caller'>,
): boolean => {
  const last = decided ?? proposed
  return (
    last !== undefined &&
    expectedVersion < version &&
    last.person.by === person.by &&
    last.person.practitioner === person.practitioner &&
    last.reason === verdict.reason &&
    isSameVerdict(last, verdict)
  )
}

const isSameVerdict = (a: Said, b: Said): boolean =>
  a.verdict === b.verdict && JSON.stringify(a.ids?.toSorted()) === JSON.stringify(b.ids?.toSorted())

/** Where two must decide, the second is somebody else and agrees. Otherwise the newest proposal stands. */
export const isSettledBy = ({ needsTwo, proposed }: Review, given: RecordedVerdict): boolean =>
  !needsTwo ||
  (proposed !== undefined &&
    areTwoPeople(proposed.person, given.person) &&
    isSameVerdict(proposed, given))
