import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { contentAsSent } from '../../../shared/assessing/content-for.ts'
import { isOpen, reviewStates } from '../../../shared/reviews/review.ts'
import { reviewViewOf, reviewViewSchema } from '../../../shared/reviews/review-view.ts'
import { aReview } from '../../builders/a-review.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aCandidate, aMatch, anAssessment } from '../../builders/an-assessment.ts'
import { now } from '../../builders/ports.ts'

const stored = aStoredConcern(
  {},
  {
    otherAdults: [{ names: [{ given: 'Steffan', family: 'Barlow' }] }],
    children: [
      { name: { given: 'Odo', family: 'Quillfeather' }, dateOfBirth: '2019-02-03' },
      { name: { given: 'Ivo', family: 'Quillfeather' }, ageYears: 4 },
    ],
  },
)
const content = contentAsSent({ stored, assessment: anAssessment() }, now)
const identity = aReview({
  kind: 'identity',
  asked: 'authority',
  agency: undefined,
  authority: westmarch,
  person: 'subject',
})
const match = aMatch('MANY', {
  candidates: [
    aCandidate(`${westmarch}.A1`, {
      guards: ['below-threshold'],
      explanation: [{ comparison: 'address', level: 'home', bits: 3 }],
    }),
    aCandidate(`${northmoor}.A1`),
  ],
})

describe('a review as whoever is asked reads it', () => {
  it('is the question, its answers and the review, without the concern’s id or whose it is', () => {
    const { content: _c, people, ...rest } = reviewViewOf(aReview(), content, {})
    const { concernId: _i, agency: _a, ...review } = aReview()
    expect(rest).toStrictEqual({
      ...review,
      asks: 'Is it proportionate to override the refusal and share what is needed?',
      verdicts: ['SHARE', 'SHARE_MINIMAL', 'HOLD'],
    })
    expect(people).toEqual([])
  })

  it('is, of a question about disclosure, all that may be disclosed, and nothing of a match', () => {
    expect(reviewViewOf(aReview(), content, { match })).toMatchObject({ content, people: [] })
  })

  it.each([aReview(), identity, aReview({ state: 'DECIDED' })])(
    'is as it is sent: $kind, $state',
    (review) => {
      const shown = reviewViewOf(review, content, { match })
      expect(reviewViewSchema.parse(shown)).toEqual(shown)
      for (const hidden of [{ concernId: aConcernId() }, { agency: 'x' }, { authority: westmarch }])
        expect(reviewViewSchema.safeParse({ ...shown, ...hidden }).success).toBe(false)
    },
  )
})

describe('a review of identity', () => {
  it('shows its own register’s people alone, and no comparison of whereabouts', () => {
    expect(reviewViewOf(identity, content, { match }).people).toStrictEqual([
      {
        id: `${westmarch}.A1`,
        weight: 12,
        posterior: 0.9,
        guards: ['below-threshold'],
        waterfall: [{ comparison: 'whereabouts', level: 'protected', bits: 3 }],
      },
    ])
    expect(reviewViewOf(identity, content, {}).people).toEqual([])
  })

  it('shows an adult who is meant with the children, and no other adult', () => {
    const shown = reviewViewOf(identity, content, { match }).content
    expect(shown?.adults?.map(({ person }) => person)).toEqual(['subject'])
    expect(shown?.children?.map(({ person }) => person)).toEqual(['children/0', 'children/1'])
  })

  it('shows a child who is meant with the adults, and no other child', () => {
    const ofChild = { ...identity, person: 'children/1' } as const
    const shown = reviewViewOf(ofChild, content, { match }).content
    expect(shown?.adults?.map(({ person }) => person)).toEqual(['subject', 'otherAdults/0'])
    expect(shown?.children?.map(({ person }) => person)).toEqual(['children/1'])
  })

  it('shows whereabouts of that person alone', () => {
    const shown = reviewViewOf(identity, content, { match }).content
    expect(content.whereabouts?.length).toBeGreaterThan(0)
    for (const { person } of shown?.whereabouts ?? []) expect(person).toBe('subject')
  })

  it('warns whoever would go there to find out, and says nothing else of why', () => {
    const banners = ['PROTECTED', 'UNDER_TWO', 'ASK_BEFORE_CONTACT', 'PREVIOUS_REMOVAL'] as const
    const shown = reviewViewOf(identity, { ...content, banners: [...banners] }, { match }).content
    expect(shown?.banners).toEqual(['PROTECTED', 'ASK_BEFORE_CONTACT'])
  })

  it('shows nothing of what happened: that would disclose it', () => {
    const shown = reviewViewOf(identity, content, { match }).content
    expect(Object.keys(shown ?? {}).toSorted()).toEqual([
      'adults',
      'banners',
      'children',
      'harm',
      'protected',
      'whereabouts',
    ])
  })
})

describe('a review that is closed', () => {
  it.each(reviewStates.filter((state) => !isOpen({ state })))('shows nothing: %s', (state) => {
    for (const review of [aReview({ state }), { ...identity, state }]) {
      const shown = reviewViewOf(review, content, { match })
      expect(shown).not.toHaveProperty('content')
      expect(shown.people).toEqual([])
    }
  })
})

describe('a review of who somebody is, where one of them is an adopted child', () => {
  const candidates = [aCandidate(`${westmarch}.C1`), aCandidate(`${westmarch}.C9`)]
  const ofChild = { ...identity, person: 'children/0' } as const
  const asked = { match: aMatch('MANY', { candidates }), adopted: new Set([`${westmarch}.C9`]) }

  it('shows the adopted child to nobody but the lead', () => {
    const { people } = reviewViewOf(ofChild, content, asked)
    expect(people.map(({ id }) => id)).toEqual([`${westmarch}.C1`])
  })

  it('shows the lead who it may be, and nobody of the birth family', () => {
    const view = reviewViewOf({ ...ofChild, isLeadsOnly: true }, content, asked)
    expect(view.people.map(({ id }) => id)).toEqual([`${westmarch}.C1`, `${westmarch}.C9`])
    expect(view.content?.adults).toEqual([])
    expect(view.content?.children?.flatMap(({ relationships }) => relationships)).toEqual([])
  })
})
