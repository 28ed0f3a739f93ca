import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { readReview } from '../../../shared/casework/read-review.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import type { Review } from '../../../shared/reviews/review.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aCandidate, aMatch, anAssessment } from '../../builders/an-assessment.ts'
import { knownFamily } from '../../builders/assessing.ts'
import {
  drugServiceLead,
  northmoorReviewer,
  otherServiceLead,
  partnershipLead,
  westmarchReviewer,
} from '../../builders/clients.ts'
import { aTrace, byOf, saidOf } from '../../builders/ports.ts'

type There = {
  readonly review?: Review | null
  readonly stored?: StoredConcern | null
  readonly assessment?: Assessment | null
}

const reading = async (
  {
    review = aReview(),
    stored = aStoredConcern(),
    assessment = anAssessment({ consent: 'REFUSED' }),
  }: There = {},
  caller: typeof drugServiceLead = drugServiceLead,
) => {
  const { recording, port, done, said } = aTrace()
  const { around } = await knownFamily()
  const result = await readReview(
    { by: byOf(caller), reviewId: aReviewId },
    {
      ...recording,
      readReview: port('readReview', () => review ?? undefined),
      read: port('read', () => stored ?? undefined),
      latestAssessment: port('latestAssessment', () => assessment ?? undefined),
      readProtectors: () => Promise.resolve([]),
      gatherAround: port('gatherAround', () => around),
      readConcerns: port('readConcerns', () => []),
    },
  )
  return { result, done, said }
}

const identity = aReview({
  kind: 'identity',
  asked: 'authority',
  agency: undefined,
  authority: westmarch,
  person: 'subject',
})
const match = aMatch('MANY', {
  candidates: [aCandidate(`${westmarch}.A1001`), aCandidate(`${northmoor}.A7`)],
})
const unsure = anAssessment(
  { match: 'MANY' },
  { matches: [{ person: 'subject', kind: 'adult', match }], joined: [] },
)

describe('reading a review as the sender’s lead', () => {
  it('shows the question and the concern as sent', async () => {
    const { result } = await reading()
    expect(result).toMatchObject({
      kind: 'found',
      review: {
        reviewId: aReviewId,
        verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
        content: { harm: 'H2' },
        people: [],
      },
    })
  })

  it('reads nothing of anybody known, and is the same for any family', async () => {
    const known = await reading()
    const unknown = await reading({
      assessment: anAssessment({ consent: 'REFUSED', match: 'NONE' }),
    })
    expect(known.done).toEqual(['readReview', 'read', 'latestAssessment', 'record'])
    expect([unknown.done, unknown.result]).toEqual([known.done, known.result])
    expect(unknown.said()).toEqual(known.said())
  })

  it('is recorded before, under review and concern', async () => {
    const { said } = await reading()
    expect(said()).toEqual([
      saidOf(drugServiceLead, 'REVIEW_READ', {
        subjects: [aReviewId, aConcernId()],
        codes: { version: '1', kind: 'refused-consent' },
      }),
    ])
  })

  it.each(['DECIDED', 'LAPSED', 'OVERTAKEN'] as const)(
    'shows nothing of the concern once it is %s',
    async (state) => {
      const { result } = await reading({ review: aReview({ state }) })
      expect(result.kind === 'found' && result.review.content).toBeUndefined()
    },
  )
})

describe('reading a review as the council that is asked who somebody is', () => {
  it('shows its own candidates only, and is recorded under each whom it may be', async () => {
    const { result, said } = await reading(
      { review: identity, assessment: unsure },
      westmarchReviewer,
    )
    expect(result).toMatchObject({
      kind: 'found',
      review: { verdicts: ['IDENTIFIED', 'NOBODY'], people: [{ id: `${westmarch}.A1001` }] },
    })
    const people = [`${westmarch}.A1001`, `${northmoor}.A7`]
    expect(said()[0]?.subjects).toEqual([aReviewId, aConcernId(), ...people])
  })

  it('shows who is meant, and nothing of what happened', async () => {
    const { result } = await reading({ review: identity, assessment: unsure }, westmarchReviewer)
    const content = result.kind === 'found' ? result.review.content : undefined
    expect(content?.adults).toMatchObject([{ person: 'subject' }])
    expect(content).not.toHaveProperty('reason')
    expect(content).not.toHaveProperty('narrative')
  })
})

describe('reading a review as the partnership lead', () => {
  it('shows at most the least that its best answer could disclose', async () => {
    const review = aReview({ kind: 'watched', asked: 'partnership-lead', agency: undefined })
    const { result } = await reading({ review }, partnershipLead)
    expect(result).toMatchObject({ kind: 'found', review: { people: [] } })
    const content = result.kind === 'found' ? result.review.content : undefined
    expect(content?.narrative ?? []).toEqual([])
  })
})

describe('a review', () => {
  it.each([
    [aReview(), otherServiceLead],
    [aReview(), westmarchReviewer],
    [aReview(), partnershipLead],
    [identity, northmoorReviewer],
    [identity, drugServiceLead],
  ])('is nobody else’s', async (review, caller) => {
    const { result, done } = await reading({ review }, caller)
    expect([result, done]).toEqual([{ kind: 'not-theirs' }, ['readReview']])
  })

  it.each([
    ['review', { review: null }],
    ['concern', { stored: null }],
    ['assessment', { assessment: null }],
  ])('is not found where there is no %s, and records nothing', async (_, there) => {
    const { result, said } = await reading(there)
    expect([result, said()]).toEqual([{ kind: 'not-found' }, []])
  })
})
