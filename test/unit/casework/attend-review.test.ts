import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { type AttendReviewDeps, attendReview } from '../../../shared/casework/attend-review.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import type { Review } from '../../../shared/reviews/review.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aVerdict } from '../../builders/a-verdict.ts'
import { assessingWith } from '../../builders/assessing.ts'
import { aTrace, now } from '../../builders/ports.ts'

type Committed = Parameters<AttendReviewDeps['commitReview']>[0]
const due = now.toISOString()
const overruled = {
  harm: 'H2',
  consent: { status: 'REFUSED' },
  whyOverridden: 'The child is hurt.',
} as const
const inReview = aStoredConcern(
  { state: 'IN_REVIEW', assessments: 1, reviewIds: [aReviewId] },
  overruled,
)
/** Of a body without the duty: silence then withholds, and the partnership lead is told. */
const ofCharity = {
  ...inReview,
  submittedBy: { ...inReview.submittedBy, agencyType: 'domestic-abuse' },
} as const
const aboutIdentity = aReview({
  kind: 'identity',
  asked: 'authority',
  agency: undefined,
  authority: westmarch,
  person: 'subject',
  dueAt: due,
})

const attending = async (
  review: Review | undefined,
  {
    stored = inReview,
    answer = 'committed',
  }: { readonly stored?: StoredConcern | null; readonly answer?: 'committed' | 'changed' } = {},
) => {
  const trace = aTrace()
  const { deps, commits } = assessingWith(trace, { stored: stored ?? undefined, answers: [answer] })
  const chased: Committed[] = []
  const result = await attendReview(
    { reviewId: aReviewId },
    {
      ...deps,
      readReviews: () => Promise.resolve(review === undefined ? [] : [review]),
      readReview: trace.port('readReview', () => review),
      commitReview: trace.port<[Committed], typeof answer>('commitReview', (change) => {
        chased.push(change)
        trace.keep(change.entries)
        return answer
      }),
    },
  )
  return { result, commits, chased, said: trace.said, done: trace.done }
}

describe('a verdict of the sender’s lead that was kept', () => {
  const decided = {
    verdict: 'SHARE',
    reason: aVerdict('SHARE').reason,
    person: { by: 'drug-service-lead' },
    at: due,
  } as const
  const kept = aReview({ state: 'DECIDED', version: 2, decided, isPending: true })

  it('takes effect by itself, before its due moment', async () => {
    const { result, commits, said } = await attending(kept)
    expect(result).toEqual({ kind: 'taken-up' })
    const { isPending: _done, ...taken } = kept
    expect(commits).toMatchObject([
      {
        concern: {
          state: 'ALERTED',
          reviewIds: [],
          concluded: { kind: 'refused-consent', answer: 'SHARE', at: due },
        },
        assessment: { cause: 'verdict-taken-up', answered: aReviewId },
        alerts: [{ decision: 'SHARE' }],
      },
    ])
    expect(commits[0]?.ended).toEqual([{ ...taken, version: 3 }])
    expect(said()[0]).toMatchObject({ action: 'CONCERN_REASSESSED', actor: 'the-hub' })
  })

  it('that withholds holds the concern, and nobody is told', async () => {
    const held = { ...kept, decided: { ...decided, verdict: 'HOLD' as const } }
    const { commits } = await attending(held)
    expect(commits).toMatchObject([{ concern: { state: 'HELD' }, alerts: [], messages: [] }])
  })

  it('has nothing to take effect on where the concern was withdrawn', async () => {
    const stored = { ...inReview, reviewIds: [] }
    expect((await attending(kept, { stored })).result).toEqual({ kind: 'not-due' })
  })
})

describe('a review whose due moment has passed', () => {
  it('about disclosure is concluded by the clock, which shares the least that serves', async () => {
    const { result, commits, said } = await attending(aReview({ dueAt: due }))
    expect(result).toEqual({ kind: 'lapsed' })
    expect(commits).toMatchObject([
      {
        concern: { state: 'ALERTED', version: 2, concluded: { kind: 'refused-consent', at: due } },
        assessment: { cause: 'lapsed', decision: { rule: 'R12', decision: 'SHARE_MINIMAL' } },
        ended: [{ reviewId: aReviewId, state: 'LAPSED', version: 2 }],
        alerts: [{ authority: westmarch, decision: 'SHARE_MINIMAL' }],
      },
    ])
    expect(said()[0]).toMatchObject({ action: 'REVIEW_TIMED_OUT', actor: 'the-hub', rule: 'R12' })
  })

  it('and by which silence withholds, tells the partnership lead', async () => {
    const { result, commits } = await attending(aReview({ rule: 'R13', dueAt: due }), {
      stored: ofCharity,
    })
    expect(result).toEqual({ kind: 'lapsed' })
    expect(commits[0]).toMatchObject({
      concern: { state: 'HELD' },
      alerts: [],
      messages: [{ to: 'escalations-partnership', recordId: aReviewId }],
    })
  })

  it('about who somebody is stays open, and leads are told, each working day anew', async () => {
    const { result, chased, commits, said } = await attending(aboutIdentity)
    expect([result, commits]).toEqual([{ kind: 'chased' }, []])
    expect(chased).toMatchObject([
      {
        review: { state: 'OPEN', version: 2, chases: 1 },
        messages: [{ to: `escalations-${westmarch}`, recordId: aReviewId }],
      },
    ])
    expect(Date.parse(chased[0]?.review.dueAt ?? '')).toBeGreaterThan(now.getTime())
    expect(said()).toMatchObject([
      { action: 'REVIEW_CHASED', subjects: [aReviewId, aConcernId()], codes: { chases: '1' } },
    ])
  })

  it.each<[string, Review | undefined]>([
    ['is not there', undefined],
    ['is not due for another millisecond', aReview({ dueAt: '2026-11-23T10:00:00.001Z' })],
    ['was decided', aReview({ dueAt: due, state: 'DECIDED' })],
    ['has lapsed', aReview({ dueAt: due, state: 'LAPSED' })],
    ['was overtaken', aReview({ dueAt: due, state: 'OVERTAKEN' })],
  ])('is left alone where it %s', async (_, review) => {
    const { result, commits, chased } = await attending(review)
    expect([result, commits, chased]).toEqual([{ kind: 'not-due' }, [], []])
  })

  it('is left alone where its concern is gone', async () => {
    const { result } = await attending(aReview({ dueAt: due }), { stored: null })
    expect(result).toEqual({ kind: 'not-due' })
  })

  it('is tried once: who moved it has dealt with it, or the next sweep does', async () => {
    const { result, commits } = await attending(aReview({ dueAt: due }), { answer: 'changed' })
    expect([result, commits.length]).toEqual([{ kind: 'not-due' }, 1])
    const identity = await attending(aboutIdentity, { answer: 'changed' })
    expect([identity.result, identity.chased.length]).toEqual([{ kind: 'not-due' }, 1])
  })
})
