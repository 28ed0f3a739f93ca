import { type By, recorderOf } from '../agencies/recorder-of.ts'
import { personOf } from '../agencies/same-person.ts'
import type { Assessment, AssessmentCause } from '../assessing/assessment.ts'
import type { AssessmentCommit } from '../assessing/commit-plan.ts'
import type { PersonMatch } from '../assessing/person-match.ts'
import type { AuditEntry, Entries, Recorder } from '../audit/audit-entry.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { isOf, type ReviewId } from '../kernel/ids.ts'
import {
  isSentAgain,
  isSettledBy,
  maySeeReview,
  refusalOf,
  type VerdictRefusal,
} from '../reviews/admit-verdict.ts'
import {
  type GivenVerdict,
  nextVersion,
  pending,
  type RecordedVerdict,
  type Review,
} from '../reviews/review.ts'
import { type TrialAnswer, trialAnswerOf } from '../reviews/trial-answer.ts'
import { withVerdict } from '../reviews/with-verdict.ts'
import { type AssessDeps, planAssessment } from './assess-concern.ts'
import type { RecordDeps } from './record-refusal.ts'

/** `expectedVersion` is that of the review as the caller read it. */
export type DecideReviewInput = {
  readonly by: By
  readonly reviewId: ReviewId
  readonly verdict: GivenVerdict
  readonly expectedVersion: number
}

export type DecideReviewDeps = RecordDeps &
  Omit<AssessDeps, 'recorder'> & {
    readonly readReview: (reviewId: ReviewId) => Promise<Review | undefined>
    readonly latestAssessment: (stored: StoredConcern) => Promise<Assessment | undefined>
    /** Those of these people who stand on the register. */
    readonly areRegistered: (ids: readonly string[]) => Promise<boolean>
    /** Keeps a verdict that waits: for a second person's, or to take effect. */
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
  | { readonly kind: 'not-found' | 'person-unknown' | VerdictRefusal }

/**
 * Decides a review. Who a person is, is settled, and what may be shared is concluded; the concern is then decided anew on
 * all that stands now, for a sender's lead by itself, after the reply. Where two must decide, a first verdict is kept as
 * proposed.
 */
export const decideReview = async (
  input: DecideReviewInput,
  deps: DecideReviewDeps,
): Promise<DecideReviewResult> => {
  const { by, reviewId, verdict } = input
  const review = await deps.readReview(reviewId)
  if (review === undefined) return { kind: 'not-found' }
  // Before anything more is read: how long it takes does not tell that there is one.
  if (!maySeeReview(by.caller, 'review.decide', review)) return { kind: 'not-theirs' }
  const stored = await deps.read(review.concernId)
  const person = personOf(by)
  if (isSentAgain(review, { ...input, person })) {
    await deps.record(decidedBefore(review, by, deps))
    return { kind: 'decided', review }
  }
  const refusal = refusalOf(review, stored, { ...input, caller: by.caller, person })
  if (refusal !== undefined) return { kind: refusal }
  if (stored === undefined) return { kind: 'closed' }
  if (verdict.ids !== undefined && !(await deps.areRegistered(verdict.ids)))
    return { kind: 'person-unknown' }
  return decide({ review, stored }, input, deps)
}

/** Whoever decides again is shown how the review stands. */
const decidedBefore = (
  { reviewId, concernId, version }: Review,
  by: By,
  deps: RecordDeps,
): Entries =>
  recorderOf(by, { now: deps.now(), newId: deps.newId })('REVIEW_DECIDED', [reviewId, concernId], {
    codes: { version: String(version), again: 'true' },
  })

type Asked = { readonly review: Review; readonly stored: StoredConcern }

const decide = async (
  { review, stored }: Asked,
  { by, verdict }: DecideReviewInput,
  deps: DecideReviewDeps,
): Promise<DecideReviewResult> => {
  const now = deps.now()
  const given = recordedOf(verdict, by, now)
  const record = recorderOf(by, { now, newId: deps.newId })
  if (!isSettledBy(review, given)) return propose({ review, given, record }, deps)
  if (review.asked === 'sender-lead') return keep({ review, given, record }, deps)
  const ended = nextVersion(review, { state: 'DECIDED', decided: given })
  const cause: AssessmentCause = review.kind === 'identity' ? 'identified' : 'reviewed'
  const step = { cause, answered: review.reviewId, now }
  const before = await deps.latestAssessment(stored)
  const making = { step, record, ended }
  const asked = askedAbout(review, before?.matches ?? [])
  const commit = await planAssessment(withVerdict(stored, review, { ...given, asked }), making, {
    ...deps,
    recorder: () => record,
  })
  if (commit === 'withdrawn') return { kind: 'closed' }
  const trial = before && trialAnswerOf(before.matches, review, given)
  return (await deps.commit(commit, trial)) === 'committed'
    ? { kind: 'decided', review: ended }
    : { kind: 'changed-since-read' }
}

/** Everybody of the register that was asked who may be the person whom the review is about. */
const askedAbout = (
  { person, authority }: Review,
  matches: readonly PersonMatch[],
): readonly string[] =>
  matches
    .filter((one) => one.person === person)
    .flatMap(({ match }) => [...match.confirmed, ...match.candidates.map(({ id }) => id)])
    .filter((id) => authority !== undefined && isOf(authority, id))

const recordedOf = (
  { notRelated: _, ...verdict }: GivenVerdict,
  by: By,
  now: Date,
): RecordedVerdict => ({ ...verdict, person: personOf(by), at: now.toISOString() })

type Given = {
  readonly review: Review
  readonly given: RecordedVerdict
  readonly record: Recorder
}

/** Keeps the verdict alone, so that neither the reply nor its timing tells a sender's lead whom the hub knows. */
const keep = async (
  { review, given, record }: Given,
  deps: DecideReviewDeps,
): Promise<DecideReviewResult> => {
  const kept = pending(review, given)
  const entries = record('REVIEW_DECIDED', [review.reviewId, review.concernId], {
    people: given.ids ?? [],
    codes: { verdict: given.verdict },
  })
  return (await deps.propose(kept, entries)) === 'committed'
    ? { kind: 'decided', review: kept }
    : { kind: 'changed-since-read' }
}

const propose = async (
  { review, given, record }: Given,
  deps: DecideReviewDeps,
): Promise<DecideReviewResult> => {
  const proposed = nextVersion(review, { state: 'PROPOSED', proposed: given })
  const entries = record('REVIEW_PROPOSED', [review.reviewId, review.concernId], {
    people: given.ids ?? [],
    codes: { verdict: given.verdict },
  })
  return (await deps.propose(proposed, entries)) === 'committed'
    ? { kind: 'proposed', review: proposed }
    : { kind: 'changed-since-read' }
}
