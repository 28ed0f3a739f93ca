import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { isHighRiskIn, pastOf, protectingIn } from '../../../shared/chronology/household-past.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'

const now = new Date('2026-11-23T10:00:00.000Z')
const told = (number: number, change: Parameters<typeof aNotification>[0] = {}) =>
  aNotification({ concernId: aConcernId(number), ...change })
const head = (id: string, ...notifications: ReturnType<typeof told>[]) => ({
  childId: childIdSchema.parse(id),
  version: 1,
  notifications,
})

describe('the past of a household', () => {
  it('is what is remembered of every child of it, but for this concern itself', () => {
    const heads = [
      head(`${westmarch}.C1`, told(1), told(2)),
      head(`${northmoor}.C2`, told(2), told(3)),
    ]
    expect(pastOf(heads, aConcernId(1)).map(({ concernId }) => concernId)).toEqual([
      aConcernId(2),
      aConcernId(2),
      aConcernId(3),
    ])
  })
})

describe('what protects a household', () => {
  it('is each concern of the last twenty-four months that does, once', () => {
    const past = [
      told(1, { protects: true, recordedAt: '2024-11-23T10:00:00.000Z' }),
      told(2, { protects: true, recordedAt: '2024-11-23T09:59:59.999Z' }),
      told(3, { protects: false }),
      told(4, { protects: true, counts: false, harm: 'H0' }),
      told(4, { protects: true, counts: false, harm: 'H0' }),
    ]
    expect(protectingIn(past, now)).toEqual([aConcernId(1), aConcernId(4)])
  })
})

describe('high risk of domestic abuse', () => {
  it.each([
    ['2025-11-23T10:00:00.000Z', true],
    ['2025-11-23T09:59:59.999Z', false],
  ])('is told within twelve months: %s, %s', (recordedAt, expected) => {
    expect(isHighRiskIn([told(1, { isHighRisk: true, recordedAt })], now)).toBe(expected)
  })

  it('is not what was withdrawn', () => {
    const withdrawn = told(1, { isHighRisk: true, isWithdrawn: true })
    expect(isHighRiskIn([withdrawn], now)).toBe(false)
  })

  it('is not what only protects', () => {
    expect(isHighRiskIn([told(1, { protects: true })], now)).toBe(false)
  })
})
