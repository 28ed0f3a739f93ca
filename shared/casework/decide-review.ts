import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { assessMatch, joinedBy, type Plan, type Step } from '../assessing/assess.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { type AssessmentCommit, commitOf } from '../assessing/commit-plan.ts'
import type { GatherAdults, ReadEarlier, Recall } from '../assessing/gathered.ts'
import { beforeOf, stepAfter } from '../assessing/later-plan.ts'
import { areKnown, planVerdict } from '../assessing/plan-verdict.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { partiesOf, type StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId, ReviewId } from '../kernel/ids.ts'
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
import { type RecordDeps, refused } from './record-refusal.ts'

/** `expectedVersion` is that of the review as the caller read it. */
export type DecideReviewInput = {
  readonly by: By
  readonly reviewId: ReviewId
  readonly verdict: GivenVerdict
  readonly expectedVersion: number
}

export type DecideReviewDeps = RecordDeps & {
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
}

export type DecideReviewResult =
  | { readonly kind: 'decided' | 'proposed'; readonly review: Review }
  | { readonly kind: 'not-found' | 'adult-unknown' | VerdictRefusal }

type Asked = {
  readonly review: Review
  readonly stored: StoredConcern
  readonly previous: Assessment
}

/**
 * Decides a review. Who a person is, is settled and everything decided anew; what may be shared becomes what the
 * reviewer said. Where two must decide, a first verdict is kept as proposed.
 */
export const decideReview = async (
  input: DecideReviewInput,
  deps: DecideReviewDeps,
): Promise<DecideReviewResult> => {
  const { by, reviewId } = input
  const review = await deps.readReview(reviewId)
  if (review === undefined) return { kind: 'not-found' }
  const [stored, previous] = await Promise.all([
    deps.read(review.concernId),
    deps.readAssessment(review.concernId, review.assessment),
  ])
  const refusal = refusalOf(review, stored, { ...input, caller: by.caller })
  if (refusal !== undefined) return refuse(refusal, by, deps)
  if (stored === undefined || previous === undefined) return { kind: 'closed' }
  return decide({ review, stored, previous }, input, deps)
}

/** Refusals of the person, not of what they sent: these leave an entry. */
const ofThePerson = {
  'not-theirs': true,
  'for-lead': true,
  'own-agency': true,
  'changed-since-read': false,
  closed: false,
  'verdict-unfit': false,
} as const satisfies Record<VerdictRefusal, boolean>

const refuse = async (
  kind: VerdictRefusal,
  by: By,
  deps: RecordDeps,
): Promise<DecideReviewResult> =>
  ofThePerson[kind] ? refused(kind, { by, action: 'review.decide' }, deps) : { kind }

const decide = async (
  asked: Asked,
  { by, verdict }: DecideReviewInput,
  deps: DecideReviewDeps,
): Promise<DecideReviewResult> => {
  const { review, stored, previous } = asked
  const { newId } = deps
  const now = deps.now()
  const given = recordedOf(verdict, by, now)
  const record = recorderOf(by, { now, newId })
  if (!isSettledBy(review, given)) return propose({ review, given, record }, deps)
  const step = {
    ...stepAfter(previous, 'reviewed', { now, newId }),
    answered: review.reviewId,
  }
  const plan = await planOf(asked, verdict, { step, deps })
  if (plan === undefined) return { kind: 'adult-unknown' }
  const ended = nextVersion(review, { state: 'DECIDED', decided: given })
  const commit = commitOf(stored, plan, { now, newId, record, ended })
  const trial = trialAnswerOf(previous.match, review, given)
  return (await deps.commit(commit, trial)) === 'committed'
    ? { kind: 'decided', review: ended }
    : { kind: 'changed-since-read' }
}

/** What the assessment that asked becomes by this verdict; undefined: an adult that it names is not there. */
const planOf = async (
  { review, stored, previous }: Asked,
  { verdict, adultIds = [] }: GivenVerdict,
  { step, deps }: { readonly step: Step; readonly deps: DecideReviewDeps },
): Promise<Plan | undefined> => {
  const decision = decisionOf(verdict)
  if (decision !== undefined) {
    const before = await beforeOf(previous, deps.readEarlier)
    return planVerdict(stored, { ...before, verdict: decision }, step)
  }
  const match = settleIdentity(previous.match, {
    authority: review.authority,
    personIds: adultIds,
  })
  const known = await deps.gatherAdults(match.confirmed, partiesOf(stored))
  if (!areKnown(adultIds, known)) return undefined
  const past = await deps.recall(stored, joinedBy(match, known))
  return assessMatch(stored, { match, known, past }, step)
}

const recordedOf = (
  { practitioner, notRelated: _, ...verdict }: GivenVerdict,
  { caller }: By,
  now: Date,
): RecordedVerdict => ({
  ...verdict,
  by: `${caller.clientId}/${practitioner}`,
  at: now.toISOString(),
})

const propose = async (
  {
    review,
    given,
    record,
  }: {
    readonly review: Review
    readonly given: RecordedVerdict
    readonly record: Recorder
  },
  deps: DecideReviewDeps,
): Promise<DecideReviewResult> => {
  const proposed = nextVersion(review, { state: 'PROPOSED', proposed: given })
  const entry = record('REVIEW_PROPOSED', [review.reviewId, review.concernId], {
    codes: { verdict: given.verdict, by: given.by },
  })
  return (await deps.propose(proposed, [entry])) === 'committed'
    ? { kind: 'proposed', review: proposed }
    : { kind: 'changed-since-read' }
}
