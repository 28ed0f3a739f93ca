import type { AuthorityCode } from '../agencies/authorities.ts'
import { authorityCodes } from '../agencies/authorities.ts'
import { isMember } from '../agencies/stated-authority.ts'
import { concernFlags } from '../codes/concern-flags.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { isOf, type NewId, reviewIdSchema } from '../kernel/ids.ts'
import { unsettled } from '../matching/settle-identity.ts'
import { askedBy } from '../sharing/rule-of.ts'
import type { Asking } from './asking.ts'
import { questions } from './questions.ts'
import type { Review } from './review.ts'

/**
 * Who is asked. Identity: the authority on whose register the best candidate stands, for its records are nobody else's
 * to read. Anything else: the authority that answers for a child already joined, the stated one if it is among them.
 */
const reviewerOf = (
  stored: StoredConcern,
  { match, matched, decision }: Asking,
): AuthorityCode | undefined => {
  const { authority } = stored.concern
  const stated = isMember(authority) ? authority : undefined
  if (questions[askedBy(decision)].settles === 'identity') {
    const best = unsettled(match)[0]
    return authorityCodes.find((code) => best !== undefined && isOf(code, best.id)) ?? stated
  }
  const answering = matched.map(({ authority }) => authority)
  return stated !== undefined && answering.includes(stated) ? stated : (answering[0] ?? stated)
}

/**
 * The question that an assessment leaves to a person; none where no authority here could be asked. `stored` is the concern
 * as it will stand, with its due moment.
 */
export const raiseReview = (
  stored: StoredConcern,
  assessment: Asking,
  { now, newId, forLead }: { readonly now: Date; readonly newId: NewId; readonly forLead: boolean },
): Review | undefined => {
  const { decision, facts } = assessment
  const authority = reviewerOf(stored, assessment)
  if (authority === undefined) return undefined
  const kind = askedBy(decision)
  return {
    reviewId: reviewIdSchema.parse(newId(now)),
    concernId: stored.concernId,
    assessment: assessment.number,
    authority,
    kind,
    rule: decision.rule,
    harm: decision.harmAfter,
    state: 'OPEN',
    version: 1,
    forLead: forLead || questions[kind].isForLead,
    needsTwo: facts.flags.some((flag) => concernFlags[flag].needsTwoReviewers),
    raisedAt: now.toISOString(),
    dueAt: stored.waitingUntil ?? now.toISOString(),
  }
}
