import { holdingQueue } from '../agencies/holder.ts'
import { type By, recorderOf } from '../agencies/recorder-of.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { contentAsSent, contentFor } from '../assessing/content-for.ts'
import { peopleInReview } from '../assessing/people-concerned.ts'
import type { Read, Surroundings } from '../assessing/reading.ts'
import { londonDay } from '../calendar/london-day.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { adoptedIn } from '../household/protection.ts'
import type { ConcernId, ReviewId } from '../kernel/ids.ts'
import { isRunning } from '../register/written-agreement.ts'
import { maySeeReview } from '../reviews/admit-verdict.ts'
import { isOpen, type Review } from '../reviews/review.ts'
import { closedViewOf, type ReviewView, reviewViewOf } from '../reviews/review-view.ts'
import { type ReadAroundDeps, readAroundConcern } from './read-around.ts'
import type { RecordDeps } from './record-refusal.ts'

export type ReadReviewDeps = RecordDeps &
  ReadAroundDeps & {
    readonly readReview: (reviewId: ReviewId) => Promise<Review | undefined>
    readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
    readonly latestAssessment: (stored: StoredConcern) => Promise<Assessment | undefined>
  }

export type ReadReviewResult =
  | { readonly kind: 'found'; readonly review: ReviewView }
  | { readonly kind: 'not-found' | 'not-theirs' }

/** What the best verdict could disclose at most, to an authority or to the partnership lead. */
const asRead = ({ authority, kind }: Review, { decision }: Assessment): Read => ({
  authority: authority ?? holdingQueue,
  why: [],
  children: [],
  decision: kind === 'watched' || decision.decision === 'SHARE_MINIMAL' ? 'SHARE_MINIMAL' : 'SHARE',
  isLeadsOnly: decision.leadsOnly,
  isLead: false,
})

/** The agreements that run with the parents of joined children, for whoever is asked because the family is watched. */
const agreementsIn = (
  { kind }: Review,
  { joined }: Assessment,
  { surroundings, now }: { readonly surroundings: Surroundings; readonly now: Date },
): Pick<ReviewView, 'agreements'> => {
  if (kind !== 'watched') return {}
  const ids = joined.flatMap((child) => (child.isAdopted === true ? [] : child.childId))
  const agreements = surroundings.around.children
    .filter(({ childId }) => ids.includes(childId))
    .flatMap(({ child }) => child.writtenAgreements)
    .filter((agreement) => isRunning(agreement, londonDay(now)))
    .map(({ agreedOn, endsOn }) => ({ agreedOn, endsOn }))
  return agreements.length === 0 ? {} : { agreements }
}

/** A review as it may be read now, and whom it tells of, for the log. Of what a sender’s lead reads nobody is named: the same is written for any family. */
type Viewed = { readonly view: ReviewView; readonly people: readonly string[] }

const viewed = (view: ReviewView, people: readonly string[] = []): Viewed => ({
  view,
  people: [...view.people.flatMap(({ id }) => id ?? []), ...people],
})

const viewOf = async (
  review: Review,
  stored: StoredConcern,
  { now, deps }: { readonly now: Date; readonly deps: ReadReviewDeps },
): Promise<Viewed | undefined> => {
  if (!isOpen(review)) return viewed(closedViewOf(review))
  const assessment = await deps.latestAssessment(stored)
  if (assessment === undefined) return undefined
  const behind = { stored, assessment }
  // A sender's lead reads its own agency's concern: nothing more is read of anybody known, so that nothing can tell.
  if (review.asked === 'sender-lead')
    return viewed(reviewViewOf(review, contentAsSent(behind, now), {}))
  const surroundings = await readAroundConcern(behind, { isLead: false, now }, deps)
  const content = contentFor(asRead(review, assessment), behind, surroundings)
  const match = assessment.matches.find(({ person }) => person === review.person)?.match
  const view = {
    ...reviewViewOf(review, content, { match, adopted: adoptedIn(surroundings.around) }),
    ...agreementsIn(review, assessment, { surroundings, now }),
  }
  return viewed(view, peopleInReview(review, assessment))
}

/** Reads a review with what it asks about. The entry, which names everybody shown, comes before anything is disclosed. */
export const readReview = async (
  { by, reviewId }: { readonly by: By; readonly reviewId: ReviewId },
  deps: ReadReviewDeps,
): Promise<ReadReviewResult> => {
  const review = await deps.readReview(reviewId)
  if (review === undefined) return { kind: 'not-found' }
  if (!maySeeReview(by.caller, 'review.read', review)) return { kind: 'not-theirs' }
  const { concernId } = review
  const stored = await deps.read(concernId)
  if (stored === undefined) return { kind: 'not-found' }
  const now = deps.now()
  const found = await viewOf(review, stored, { now, deps })
  if (found === undefined) return { kind: 'not-found' }
  const record = recorderOf(by, { now, newId: deps.newId })
  const codes = { version: String(review.version), kind: review.kind }
  const { view, people } = found
  await deps.record(record('REVIEW_READ', [reviewId, concernId], { people, codes }))
  return { kind: 'found', review: view }
}
