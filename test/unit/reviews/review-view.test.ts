import { describe, expect, it } from 'vitest'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { reviewViewOf, reviewViewSchema } from '../../../shared/reviews/review-view.ts'
import { aReview } from '../../builders/a-review.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'

const candidate = (id: string) => ({
  id,
  weight: 3,
  posterior: 0.8,
  guards: ['below-threshold'],
  explanation: [{ comparison: 'address', level: 'home', bits: 3 }],
})
const elsewhere = {
  childId: childIdSchema.parse('E08000992.C2'),
  relationship: 'MOTHER',
  authority: 'E08000992',
} as const
const contributing = [
  { concernId: aConcernId(6), eventOn: '2026-10-01', agencyName: 'Harbour', domains: [] },
]
const view = (facts = {}, review = aReview()) => {
  const assessment = anAssessment(facts, { contributing })
  const match = {
    ...assessment.match,
    candidates: [candidate('E06000991.A1'), candidate('E08000992.A1')],
  }
  const matched = [...assessment.matched, elsewhere]
  return reviewViewOf(review, {
    stored: aStoredConcern(),
    assessment: { ...assessment, match, matched },
    today: '2026-11-23',
  })
}

describe('a review as its authority reads it', () => {
  it('is the question, its answers and the review, without the concern’s id', () => {
    const { content: _c, people: _p, ...rest } = view()
    const { concernId: _i, assessment: _a, ...review } = aReview()
    expect(rest).toStrictEqual({
      ...review,
      asks: 'Is it proportionate to override the refusal and share the least that is needed?',
      verdicts: ['SHARE_MINIMAL', 'HOLD'],
    })
  })

  it.each(['refused-consent', 'identity'] as const)('is, of %s, as it is sent', (kind) => {
    const shown = view({}, aReview({ kind }))
    expect(reviewViewSchema.parse(shown)).toEqual(shown)
    expect(reviewViewSchema.safeParse({ ...shown, concernId: aConcernId() }).success).toBe(false)
    expect(reviewViewSchema.safeParse({ ...shown, assessment: 1 }).success).toBe(false)
  })

  it('shows what may be disclosed in full, of its own children only', () => {
    const { content } = view()
    expect(content.children).toEqual([{ childId: 'E06000991.C1', relationship: 'MOTHER' }])
    expect(content.narrative).toBeDefined()
    expect(content.accumulation.contributing).toEqual(contributing)
    expect(content.earlier).toEqual([])
  })

  it('shows the least where no agreement is in force', () => {
    const { content } = view({}, aReview({ kind: 'agreement', rule: 'R18' }))
    expect(content).not.toHaveProperty('narrative')
    expect(content.protected).toEqual(['minimal-disclosure'])
  })

  it.each([
    ['identity', { adultId: 'E06000991.A1' }],
    ['refused-consent', {}],
  ] as const)('names its own adults only where it asks who: %s', (kind, named) => {
    expect(view({}, aReview({ kind })).people).toStrictEqual([
      {
        ...named,
        weight: 3,
        posterior: 0.8,
        guards: ['below-threshold'],
        waterfall: [{ comparison: 'address', level: 'home', bits: 3 }],
      },
    ])
  })

  it.each([{ flags: ['RESTRICTED_ADDRESS'] }, { factors: ['3B'] }])(
    'tells no whereabouts of a protected family: %j',
    (facts) => {
      const { content, people } = view(facts)
      expect(content).not.toHaveProperty('addresses')
      expect(people[0]?.waterfall).toEqual([
        { comparison: 'whereabouts', level: 'protected', bits: 3 },
      ])
    },
  )
})
