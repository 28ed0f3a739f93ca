import type { AuthorityCode } from '../agencies/authorities.ts'
import { authorityCodes } from '../agencies/authorities.ts'
import type { ConcernFlag } from '../codes/concern-flags.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { isOf, type NewId, reviewIdSchema } from '../kernel/ids.ts'
import { unsettled } from '../matching/settle-identity.ts'
import type { Asking } from './asking.ts'
import { kindOf } from './questions.ts'
import type { Review } from './review.ts'

/** Where one person alone could hide or betray a family: two must give the same answer. */
const needTwo: readonly ConcernFlag[] = ['STAFF_CONFLICT', 'RESTRICTED_ADDRESS', 'ADOPTED']

/**
 * Who is asked. Identity: the authority on whose register the best candidate stands, for its records are nobody else's
 * to read. Anything else: the authority that answers for a child already joined, the stated one if it is among them.
 */
const reviewerOf = (stored: StoredConcern, { match, matched, decision }: Asking): AuthorityCode => {
  const stated = stored.concern.authority
  if (decision.rule === 'R8') {
    const best = unsettled(match)[0]
    return authorityCodes.find((code) => best !== undefined && isOf(code, best.id)) ?? stated
  }
  const answering = matched.map(({ authority }) => authority)
  return answering.includes(stated) ? stated : (answering[0] ?? stated)
}

/** The question that an assessment leaves to a person. `stored` is the concern as it will stand, with its due moment. */
export const raiseReview = (
  stored: StoredConcern,
  assessment: Asking,
  { now, newId, forLead }: { readonly now: Date; readonly newId: NewId; readonly forLead: boolean },
): Review => {
  const { decision, facts } = assessment
  return {
    reviewId: reviewIdSchema.parse(newId(now)),
    concernId: stored.concernId,
    assessment: assessment.number,
    authority: reviewerOf(stored, assessment),
    kind: kindOf(decision.rule),
    rule: decision.rule,
    harm: decision.harmAfter,
    state: 'OPEN',
    version: 1,
    forLead: forLead || decision.rule === 'R18',
    needsTwo: facts.flags.some((flag) => needTwo.includes(flag)),
    raisedAt: now.toISOString(),
    dueAt: stored.waitingUntil ?? now.toISOString(),
  }
}
