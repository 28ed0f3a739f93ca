import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { readReview } from '../../../shared/casework/read-review.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import type { Review } from '../../../shared/reviews/review.ts'
import { aReview, aReviewId } from '../../builders/a-review.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aCandidate, anAssessment } from '../../builders/an-assessment.ts'
import { northmoorReviewer, westmarchReviewer } from '../../builders/clients.ts'
import { aTrace, byOf, refusalOf, saidOf } from '../../builders/ports.ts'

type There = {
  readonly review?: Review | null
  readonly stored?: StoredConcern | null
  readonly assessment?: Assessment | null
}
const asks = anAssessment({ consent: 'REFUSED' })

const reading = async (
  {
    review = aReview({ assessment: 4, version: 2 }),
    stored = aStoredConcern(),
    assessment = asks,
  }: There = {},
  caller = westmarchReviewer,
) => {
  const { recording, port, done, said } = aTrace()
  const asked: unknown[] = []
  const result = await readReview(
    { by: byOf(caller), reviewId: aReviewId },
    {
      ...recording,
      readReview: port('readReview', () => review ?? undefined),
      read: port('read', (concernId) => {
        asked.push(concernId)
        return stored ?? undefined
      }),
      readAssessment: port('readAssessment', (...which) => {
        asked.push(which)
        return assessment ?? undefined
      }),
    },
  )
  return { result, done, said, asked }
}

describe('reading a review', () => {
  it('shows what is asked, on the assessment that asks', async () => {
    const { result, asked } = await reading()
    expect(result).toMatchObject({
      kind: 'found',
      review: { reviewId: aReviewId, version: 2, verdicts: ['SHARE_MINIMAL', 'HOLD'] },
    })
    expect(asked).toEqual([aConcernId(), [aConcernId(), 4]])
  })

  it('is recorded before, under every child shown; adults have no name but in a question of identity', async () => {
    const { done, said } = await reading()
    expect(done).toEqual(['readReview', 'read', 'readAssessment', 'record'])
    expect(said()).toEqual([
      saidOf(westmarchReviewer, 'REVIEW_READ', {
        subjects: [aReviewId, aConcernId(), 'E06000991.C1'],
        codes: { version: '2', kind: 'refused-consent' },
      }),
    ])
  })

  it('is recorded under every adult shown where it asks who the subject is', async () => {
    const { match } = anAssessment({ match: 'MANY' })
    const candidates = [aCandidate('E06000991.A1001'), aCandidate('E08000992.A7')]
    const { said } = await reading({
      review: aReview({ kind: 'identity', rule: 'R8' }),
      assessment: anAssessment({ match: 'MANY' }, { match: { ...match, candidates } }),
    })
    expect(said()[0]?.subjects).toEqual([aReviewId, aConcernId(), 'E06000991.A1001'])
  })

  it('is refused to another authority, which leaves an entry', async () => {
    const { result, done, said } = await reading({}, northmoorReviewer)
    expect([result, done]).toEqual([{ kind: 'not-theirs' }, ['readReview', 'record']])
    expect(said()).toEqual([refusalOf(northmoorReviewer, 'review.read')])
  })

  it.each([
    ['review', { review: null }],
    ['concern', { stored: null }],
    ['assessment', { assessment: null }],
  ])('finds nothing where there is no %s, and records nothing', async (_, there) => {
    const { result, said } = await reading(there)
    expect([result, said()]).toEqual([{ kind: 'not-found' }, []])
  })
})
