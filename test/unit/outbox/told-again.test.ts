import { describe, expect, it } from 'vitest'
import { againAt } from '../../../shared/outbox/told-again.ts'

const now = new Date('2026-11-27T17:00:00Z')

describe('when a message is told again', () => {
  it.each([
    ['immediate', '2026-11-27T17:15:00.000Z'],
    ['today', '2026-11-27T18:00:00.000Z'],
    ['routine', '2026-11-28T17:00:00.000Z'],
  ] as const)('follows from how soon somebody must look: %s', (urgency, at) => {
    expect(againAt({ type: 'alert.raised', urgency }, now)).toBe(at)
  })

  it.each(['immediate', 'today', 'routine'] as const)(
    'is a day later from the second time on: %s',
    (urgency) => {
      const once = { type: 'alert.raised', urgency, timesAgain: 1 } as const
      const before = { ...once, againAt: '2026-11-27T16:59:00.000Z' }
      expect(againAt(before, now)).toBe('2026-11-28T16:59:00.000Z')
    },
  )

  it('is counted from now after days without a sweep, so that each is told once', () => {
    const late = { timesAgain: 1, againAt: '2026-11-24T16:59:00.000Z' }
    const next = againAt({ type: 'alert.raised', urgency: 'immediate', ...late }, now)
    expect(next).toBe('2026-11-28T17:00:00.000Z')
  })

  it('is the next morning for what leaves with others', () => {
    const digestAt = '2026-11-27T08:00:00.000Z'
    expect(againAt({ type: 'alert.raised', urgency: 'routine', digestAt }, now)).toBe(
      '2026-11-28T08:00:00.000Z',
    )
  })

  it.each([
    ['alert.raised', false],
    ['alert.updated', false],
    ['alert.challenged', false],
    ['review.raised', false],
    ['alert.overdue', true],
    ['alert.reminder', true],
    ['concern.unanswered', true],
    ['alert.test', true],
  ] as const)('depends on whether %s is answered', (type, isNever) => {
    expect(againAt({ type, urgency: 'today' }, now) === undefined).toBe(isNever)
  })

  it('is never where nothing is owed', () => {
    const closed = { type: 'alert.updated', urgency: 'today', isOfClosed: true } as const
    expect(againAt(closed, now)).toBeUndefined()
  })
})
