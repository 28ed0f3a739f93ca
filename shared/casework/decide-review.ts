import type { Caller } from '../agencies/access.ts'
import { assessMatch, joinedBy, type Plan, type Step } from '../assessing/assess.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { type AssessmentCommit, commitOf } from '../assessing/commit-plan.ts'
import type { GatherAdults, ReadEarlier, Recall } from '../assessing/gathered.ts'
import { beforeOf, laterPlan } from '../assessing/later-plan.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { partiesOf, type StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { ConcernId, NewId, ReviewId } from '../kernel/ids.ts'
import { settleIdentity } from '../matching/settle-identity.ts'
import { isSettledBy, refusalOf, type VerdictRefusal } from '../reviews/admit-verdict.ts'
import type { ReadReview } from '../reviews/end-open-review.ts'
import { decisionOf } from '../reviews/questions.ts'
import {
  type GivenVerdict,
  nextVersion,
  type RecordedVerdict,
  type Review,
} from '../reviews/review.ts'
import { type TrialAnswer, trialAnswerOf } from '../reviews/trial-answer.ts'
import { conclude } from '../sharing/timeout.ts'

export type DecideReviewDeps = {
  readonly readReview: ReadReview
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  readonly readAssessment: (concernId: ConcernId, number: number) => Promise<Assessment | undefined>
  readonly gatherAdults: GatherAdults
  readonly recall: Recall
  readonly readEarlier: ReadEarlier
  readonly propose: (
    review: Review,
    entries: readonly AuditEntry[],
  ) => Promise<'committed' | 'changed'>
  readonly commit: (
    commit: AssessmentCommit,
    trial?: TrialAnswer,
  ) => Promise<'committed' | 'changed'>
  readonly recorder: (now: Date) => Recorder
  readonly newId: NewId
  readonly now: Clock
}

export type DecideReviewResult =
  | { readonly kind: 'decided' | 'proposed'; readonly review: Review }
  | { readonly kind: 'not-found' | 'adult-unknown' | VerdictRefusal }

/** What a review, the concern and the assessment that ask become by this verdict; undefined: an adult is not there. */
const planOf = async (
  asked: { readonly review: Review; readonly stored: StoredConcern; readonly previous: Assessment },
  verdict: GivenVerdict,
  { step, deps }: { readonly step: Step; readonly deps: DecideReviewDeps },
): Promise<Plan | undefined> => {
  const { review, stored, previous } = asked
  const outcome = decisionOf(verdict.verdict)
  if (outcome !== undefined) {
    const decision = conclude(previous.decision, previous.facts, outcome)
    const before = await beforeOf(previous, deps.readEarlier)
    return laterPlan(stored, { ...before, decision }, step)
  }
  const adultIds = verdict.adultIds ?? []
  const match = settleIdentity(previous.match, { authority: review.authority, adultIds })
  const known = await deps.gatherAdults(match.confirmed, partiesOf(stored))
  const areThere = adultIds.every((id) => known.adults.some(({ adultId }) => adultId === id))
  if (!areThere) return undefined
  const past = await deps.recall(stored, joinedBy(match, known))
  return assessMatch(stored, { match, known, past }, step)
}

/**
 * Answers a review. Who a person is, is settled and everything decided anew; what may be shared becomes what the
 * reviewer said. Where two must decide, a first answer is kept as proposed.
 */
export const decideReview = async (
  reviewId: ReviewId,
  verdict: GivenVerdict,
  from: {
    readonly caller: Caller
    readonly expectedVersion: number
    readonly deps: DecideReviewDeps
  },
): Promise<DecideReviewResult> => {
  const { caller, expectedVersion, deps } = from
  const review = await deps.readReview(reviewId)
  if (review === undefined) return { kind: 'not-found' }
  const [stored, previous] = await Promise.all([
    deps.read(review.concernId),
    deps.readAssessment(review.concernId, review.assessment),
  ])
  const refusal = refusalOf(review, stored, { caller, expectedVersion, verdict })
  if (refusal !== undefined) return { kind: refusal }
  if (stored === undefined || previous === undefined) return { kind: 'closed' }
  const now = deps.now()
  const given = givenBy(caller, verdict, now)
  if (!isSettledBy(review, given)) return propose({ review, given, now }, deps)
  const { newId } = deps
  const number = previous.number + 1
  const step: Step = { number, cause: 'reviewed', answered: reviewId, now, newId }
  const plan = await planOf({ review, stored, previous }, verdict, { step, deps })
  if (plan === undefined) return { kind: 'adult-unknown' }
  const ended = nextVersion(review, { state: 'DECIDED', decided: given })
  const commit = commitOf(stored, plan, { now, newId, record: deps.recorder(now), ended })
  const trial = trialAnswerOf(previous.match, review, given)
  return (await deps.commit(commit, trial)) === 'committed'
    ? { kind: 'decided', review: ended }
    : { kind: 'changed-since-read' }
}

const givenBy = (
  { clientId }: Caller,
  { practitioner, notRelated: _, ...verdict }: GivenVerdict,
  now: Date,
): RecordedVerdict => ({ ...verdict, by: `${clientId}/${practitioner}`, at: now.toISOString() })

const propose = async (
  {
    review,
    given,
    now,
  }: { readonly review: Review; readonly given: RecordedVerdict; readonly now: Date },
  deps: DecideReviewDeps,
): Promise<DecideReviewResult> => {
  const proposed = nextVersion(review, { state: 'PROPOSED', proposed: given })
  const entry = deps.recorder(now)('REVIEW_PROPOSED', [review.reviewId, review.concernId], {
    codes: { verdict: given.verdict, by: given.by },
  })
  return (await deps.propose(proposed, [entry])) === 'committed'
    ? { kind: 'proposed', review: proposed }
    : { kind: 'changed-since-read' }
}
