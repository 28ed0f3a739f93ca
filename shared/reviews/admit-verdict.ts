import { type Caller, isTheirs, mayEver } from '../agencies/access.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { isOf } from '../kernel/ids.ts'
import { fits, type GivenVerdict, isOpen, type RecordedVerdict, type Review } from './review.ts'

/** Why a verdict is not taken. */
export type VerdictRefusal =
  | 'not-theirs'
  | 'for-lead'
  | 'changed-since-read'
  | 'closed'
  | 'own-agency'
  | 'verdict-unfit'

/**
 * Whether this caller may give this verdict now; undefined: they may. Nobody of the submitting agency decides on what it
 * sent (R2), and a review that has been passed over once is the lead's.
 */
export const refusalOf = (
  review: Review,
  stored: StoredConcern | undefined,
  by: { readonly caller: Caller; readonly expectedVersion: number; readonly verdict: GivenVerdict },
): VerdictRefusal | undefined => {
  const { caller, verdict } = by
  if (!isTheirs(caller, 'review.decide', review)) return 'not-theirs'
  if (review.forLead && !mayEver(caller, 'review.decide-as-lead')) return 'for-lead'
  if (review.version !== by.expectedVersion) return 'changed-since-read'
  if (!isOpen(review) || stored?.reviewId !== review.reviewId) return 'closed'
  if (stored.submittedBy.agency === caller.agency) return 'own-agency'
  const areOwn = verdict.adultIds?.every((id) => isOf(review.authority, id)) ?? true
  return fits(review, verdict) && areOwn ? undefined : 'verdict-unfit'
}

const isSameVerdict = (a: RecordedVerdict, b: RecordedVerdict): boolean =>
  a.verdict === b.verdict &&
  JSON.stringify(a.adultIds?.toSorted()) === JSON.stringify(b.adultIds?.toSorted())

/** Where two must decide, the second is somebody else and agrees. Otherwise the newest proposal stands. */
export const isSettledBy = ({ needsTwo, proposed }: Review, given: RecordedVerdict): boolean =>
  !needsTwo ||
  (proposed !== undefined && proposed.by !== given.by && isSameVerdict(proposed, given))
