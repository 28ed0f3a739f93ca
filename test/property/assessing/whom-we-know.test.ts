// Principle 3: whom we know never decides what the sender can see.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
import { aConcernId, anId } from '../../builders/a-stored-concern.ts'
import { now } from '../../builders/ports.ts'
import { runs } from '../../builders/runs.ts'
import { anyConsent, anyKnown, anySender, anySent, unknown } from './any-household.ts'

/** What the sender or its lead does next, or nothing but time and the register. */
const anyStep = fc.oneof(
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
const commit = (
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
    now,
    newId,
    record: recorderFor({ actor: 'assess-concern' }, now, newId),
    ended,
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

const afterStep = (state: State, step: Step, household: Household): State => {
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
const seenBySender = (state: State): unknown => {
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
      const { reviewId: _, ...view } = reviewViewOf(review, content, undefined)
      return view
    }),
    told: asked.map((review) => {
      const { recordId: _, ...message } = reviewMessage(review, now)
      return message
    }),
  }
}

const received = (stored: StoredConcern): State => ({ stored, alerts: [], reviews: new Map() })

const anyCase = fc.record({
  sent: anySent,
  resent: anySent,
  family: anyKnown,
  sender: anySender,
  steps: fc.array(anyStep, { maxLength: 3 }),
})
type Case = typeof anyCase extends fc.Arbitrary<infer Value> ? Value : never

/** The same of the family that is known, and of one that nobody knows. */
const ofBoth = <Result>(
  { family, sender }: Case,
  make: (household: Household) => Result,
): readonly Result[] => [make({ ...family, sender }), make({ ...unknown, sender })]

describe('what a sender and its lead can see', () => {
  it('is the same whether or not anybody is known, planned, watched or protected, whatever follows', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const [known, nobody] = ofBoth(one, (household) => {
          let state = commit(received(one.sent), household)
          const seen = [seenBySender(state)]
          for (const step of one.steps) {
            state = afterStep(state, step, household)
            seen.push(seenBySender(state))
          }
          return seen
        })
        expect(known).toEqual(nobody)
      }),
      runs(2_000),
    )
  })

  it('is the same of a concern that was sent again', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { incidentOn } = one.sent.concern
        const concern = { ...one.resent.concern, incidentOn }
        const second = { ...one.resent, concernId: aConcernId(2), concern }
        const [known, nobody] = ofBoth(one, (household) => {
          const first = commit(received(one.sent), household)
          return seenBySender(commit(received(second), household, { earlier: [first] }))
        })
        expect(known).toEqual(nobody)
      }),
      runs(1_000),
    )
  })

  it('is met with families that change what is decided', () => {
    const decisions = fc.sample(anyCase, 300).map((one) =>
      ofBoth(one, (household) => {
        const { assessment } = assess(one.sent, household, { now, cause: 'received' })
        return assessment.decision.decision
      }),
    )
    expect(decisions.filter(([known, nobody]) => known !== nobody).length).toBeGreaterThan(10)
  })
})
