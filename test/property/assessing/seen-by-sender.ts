import fc from 'fast-check'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { assess, type Household } from '../../../shared/assessing/assess.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { commitOf } from '../../../shared/assessing/commit-plan.ts'
import { contentAsSent } from '../../../shared/assessing/content-for.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { conclusions } from '../../../shared/codes/conclusions.ts'
import { followedConcernOf } from '../../../shared/concerns/followed-concern.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { changeIdSchema, type ReviewId } from '../../../shared/kernel/ids.ts'
import { nextVersion, type Review } from '../../../shared/reviews/review.ts'
import { reviewMessage } from '../../../shared/reviews/review-message.ts'
import { reviewViewOf } from '../../../shared/reviews/review-view.ts'
import { nothingAgreed } from '../../builders/a-directory.ts'
import { anId } from '../../builders/a-stored-concern.ts'
import { now } from '../../builders/ports.ts'
import { anyConsent } from './any-household.ts'

/** What the sender or its lead does next, or nothing but time and the register. */
export const anyStep = fc.oneof(
  anyConsent.map((consent) => ({ kind: 'consent' as const, consent })),
  fc
    .constantFrom(...conclusions, undefined)
    .map((answer) => ({ kind: 'concluded' as const, answer })),
  fc.constant({ kind: 'household' as const }),
)
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never

/** A concern as it now stands, with its alerts and all its reviews. */
type State = {
  readonly stored: StoredConcern
  readonly alerts: readonly Alert[]
  readonly reviews: ReadonlyMap<ReviewId, Review>
  readonly assessment?: Assessment
}

const isOpenIn = ({ stored }: State, { reviewId }: Review): boolean =>
  stored.reviewIds.includes(reviewId)

/** One assessment committed. `earlier`: concerns of the same agency before this one. */
export const commit = (
  state: State,
  household: Household,
  { earlier = [], ended }: { readonly earlier?: readonly State[]; readonly ended?: Review } = {},
): State => {
  let issued = 100 + state.stored.version * 20
  const newId = (): string => {
    issued += 1
    return anId(issued)
  }
  const made = commitOf(state.stored, assess(state.stored, household, { now, cause: 'received' }), {
    alerts: state.alerts,
    reviews: [...state.reviews.values()].filter((review) => isOpenIn(state, review)),
    resent: earlier,
    agreedWith: nothingAgreed,
    now,
    newId,
    record: recorderFor({ actor: 'assess-concern' }, now, newId),
    ...(ended !== undefined && { ended: [ended] }),
  })
  const alerts = [...state.alerts, ...made.alerts, ...made.changed]
  return {
    stored: made.concern,
    assessment: made.assessment,
    alerts: [...new Map(alerts.map((alert) => [alert.alertId, alert])).values()],
    reviews: new Map([
      ...state.reviews,
      ...[...made.raised, ...made.ended].map((review) => [review.reviewId, review] as const),
    ]),
  }
}

/** The lead’s open question, answered by a person or ended by the clock. */
const concluded = (
  state: State,
  answer: (typeof conclusions)[number] | undefined,
): { readonly state: State; readonly ended?: Review } => {
  const open = [...state.reviews.values()].find(
    (review) => review.asked === 'sender-lead' && isOpenIn(state, review),
  )
  if (open === undefined) return { state }
  const at = now.toISOString()
  const { kind } = open
  if (kind === 'identity') return { state }
  const said =
    kind === 'purpose'
      ? { purposeAnsweredAt: at }
      : { concluded: { kind, at, ...(answer !== undefined && { answer }) } }
  return {
    state: { ...state, stored: { ...state.stored, ...said } },
    ended: nextVersion(open, { state: answer === undefined ? 'LAPSED' : 'DECIDED' }),
  }
}

export const afterStep = (state: State, step: Step, household: Household): State => {
  switch (step.kind) {
    case 'household':
      return commit(state, household)
    case 'consent': {
      const changeId = changeIdSchema.parse(anId(8))
      const consent = { parentAware: 'UNKNOWN' as const, ...step.consent }
      return commit(
        { ...state, stored: { ...state.stored, consentNow: { changeId, consent } } },
        household,
      )
    }
    case 'concluded': {
      const { state: answered, ended } = concluded(state, step.answer)
      return commit(answered, household, ended === undefined ? {} : { ended })
    }
  }
}

const withoutId = ({ reviewId: _, ...review }: Review) => review

/** Everything that the sender and its lead can see of a concern, but for ids. */
export const seenBySender = (state: State): unknown => {
  const { stored, assessment, reviews } = state
  if (assessment === undefined) throw new Error('it was never assessed')
  const content = contentAsSent({ stored, assessment }, now)
  const asked = [...reviews.values()].filter((review) => review.asked === 'sender-lead')
  return {
    seen: stored.seen,
    followed: followedConcernOf(stored),
    content,
    asked: asked.map(withoutId),
    open: asked.filter((review) => isOpenIn(state, review)).map(withoutId),
    views: asked.map((review) => {
      const { reviewId: _, ...view } = reviewViewOf(review, content, {})
      return view
    }),
    told: asked.map((review) => {
      const { recordId: _, ...message } = reviewMessage(review, now)
      return message
    }),
  }
}

export const received = (stored: StoredConcern): State => ({
  stored,
  alerts: [],
  reviews: new Map(),
})
