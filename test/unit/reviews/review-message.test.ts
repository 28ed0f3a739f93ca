import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { lapsedMessage, reviewMessage } from '../../../shared/reviews/review-message.ts'
import { aReview } from '../../builders/a-review.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const identity = aReview({
  kind: 'identity',
  asked: 'authority',
  agency: undefined,
  authority: westmarch,
  person: 'subject',
  urgency: 'today',
})
const watched = aReview({ kind: 'watched', asked: 'partnership-lead', agency: undefined })

describe('whoever is asked', () => {
  it.each([
    ['the lead of the agency', aReview(), 'escalations-turning-tide'],
    ['the partnership lead', watched, 'escalations-partnership'],
    ['the authority', identity, `alerts-${westmarch}`],
  ])('is told by message: %s', (_, review, to) => {
    expect(reviewMessage(review, now)).toMatchObject({ to, type: 'review.raised' })
  })

  it('is told kind, urgency and ids, and nothing of anybody', () => {
    expect(reviewMessage(identity, now)).toStrictEqual({
      recordId: identity.reviewId,
      recordVersion: 1,
      to: `alerts-${westmarch}`,
      type: 'review.raised',
      urgency: 'today',
      authority: westmarch,
      kind: 'identity',
      concernId: identity.concernId,
      status: 'PENDING',
      createdAt: '2026-11-23T10:00:00.000Z',
    })
  })
})

describe('a review that nobody has answered', () => {
  it.each([
    ['of identity, is told to the authority’s lead', identity, `escalations-${westmarch}`],
    ['about disclosure, is told to the partnership lead', aReview(), 'escalations-partnership'],
  ])('%s', (_, review, to) => {
    expect(lapsedMessage(review, now)).toMatchObject({ to, type: 'review.overdue' })
  })
})
