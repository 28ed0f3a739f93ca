import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import type { EmergencyAccessId } from '../kernel/ids.ts'
import { storeBusy, untilItHolds } from '../kernel/until-it-holds.ts'
import { type EmergencyReviewRefusal, reviewRefusalOf } from '../reviews/admit-emergency.ts'
import {
  type EmergencyAccess,
  type EmergencyReview,
  nextAccess,
} from '../reviews/emergency-access.ts'
import {
  type CommitEmergencyDeps,
  entriesOf,
  type ReadEmergencyDeps,
  standingIn,
} from './emergency-deps.ts'
import type { RecordDeps } from './record-refusal.ts'

export type ReviewEmergencyAccessInput = {
  readonly by: By
  readonly accessId: EmergencyAccessId
  readonly review: EmergencyReview
}

export type ReviewEmergencyAccessDeps = RecordDeps & ReadEmergencyDeps & CommitEmergencyDeps

export type ReviewEmergencyAccessResult =
  | { readonly kind: 'reviewed'; readonly access: EmergencyAccess }
  | { readonly kind: 'not-found' | EmergencyReviewRefusal }

/**
 * The owner's lead says whether it was justified, once and for all. What is found unjustified within the half hour opens nothing more.
 * @throws HubError store-busy when it is read again and again meanwhile
 */
export const reviewEmergencyAccess = async (
  { by, accessId, review }: ReviewEmergencyAccessInput,
  deps: ReviewEmergencyAccessDeps,
): Promise<ReviewEmergencyAccessResult> =>
  untilItHolds(async (): Promise<ReviewEmergencyAccessResult | 'changed'> => {
    const access = await deps.readAccess(accessId)
    if (access === undefined) return { kind: 'not-found' }
    const person = personOf(by)
    const refusal = reviewRefusalOf(access, { caller: by.caller, person })
    if (refusal !== undefined) return { kind: refusal }
    const now = deps.now()
    const at = now.toISOString()
    const reviewed = nextAccess(access, {
      state: 'REVIEWED',
      review: { ...review, person, at },
      closedAt: at,
    })
    const record = recorderOf(by, { now, newId: deps.newId })
    const codes = { verdict: review.verdict, uses: String(access.uses) }
    const standing = standingIn(access)
    const entries = entriesOf(record, 'EMERGENCY_ACCESS_REVIEWED', { access, standing, codes })
    const committed = await deps.commitAccess({ access: reviewed, messages: [], entries })
    return committed === 'committed' ? { kind: 'reviewed', access: reviewed } : 'changed'
  }, storeBusy('this access is being used'))
