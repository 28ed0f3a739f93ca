import { describe, expect, it } from 'vitest'
import { eventOf } from '../../../shared/outbox/alert-event.ts'
import { alertIds, aMessage } from './a-message.ts'

const apiUrl = 'https://hub.example/v1'
const [reviewId] = alertIds

describe('what whoever is asked receives of a review', () => {
  it.each(['review.raised', 'review.overdue'] as const)(
    '%s refers to the review, and says what kind of question it is and nothing of it',
    (type) => {
      const message = aMessage({ type, kind: 'identity', recordVersion: 2 })
      expect(eventOf(message, apiUrl)).toStrictEqual({
        specversion: '1.0',
        id: `${reviewId}#2`,
        source: apiUrl,
        type: `uk.safeguarding-hub.${type}.v1`,
        subject: reviewId,
        time: '2026-11-23T10:00:00.000Z',
        datacontenttype: 'application/json',
        dataref: `${apiUrl}/reviews/${reviewId}`,
        data: { reviewId, version: 2, kind: 'identity', urgency: 'routine' },
      })
    },
  )

  it('is no event of an alert', () => {
    expect(eventOf(aMessage(), apiUrl).data).toHaveProperty('alertId', reviewId)
  })
})
