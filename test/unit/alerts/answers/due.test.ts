import { describe, expect, it } from 'vitest'
import {
  acknowledgementDue,
  decisionDue,
  decisionDueNow,
} from '../../../../shared/alerts/answers/due.ts'

describe('by when an alert is answered', () => {
  it.each([
    ['H4', '2026-12-24T16:00:00Z', '2026-12-24T17:00:00.000Z', '2026-12-24T23:59:59.999Z'],
    ['H4', '2026-11-23T23:30:00Z', '2026-11-24T00:30:00.000Z', '2026-11-24T23:59:59.999Z'],
    ['H3', '2026-12-24T16:00:00Z', '2026-12-24T20:00:00.000Z', '2026-12-29T23:59:59.999Z'],
    ['H3', '2026-11-23T22:00:00Z', '2026-11-24T02:00:00.000Z', '2026-11-24T23:59:59.999Z'],
    ['H2', '2026-11-23T10:00:00Z', '2026-11-24T23:59:59.999Z', '2026-11-24T23:59:59.999Z'],
    ['H1', '2026-11-23T10:00:00Z', '2026-11-26T23:59:59.999Z', '2026-11-26T23:59:59.999Z'],
    ['H2', '2026-12-24T16:00:00Z', '2026-12-29T23:59:59.999Z', '2026-12-29T23:59:59.999Z'],
  ] as const)('at %s raised at %s', (...[harm, raised, acknowledged, decided]) => {
    const raisedAt = new Date(raised)
    expect(acknowledgementDue(harm, raisedAt).toISOString()).toBe(acknowledged)
    expect(decisionDue(harm, raisedAt).toISOString()).toBe(decided)
  })

  it('is one more period away where the moment has passed when a step is taken', () => {
    const due = (harm: 'H2' | 'H4', now: string) =>
      decisionDueNow({ harm, raisedAt: '2026-11-23T10:00:00.000Z' }, new Date(now))
    expect(due('H4', '2026-11-23T11:00:00Z')).toBe('2026-11-23T23:59:59.999Z')
    expect(due('H4', '2026-11-24T09:00:00Z')).toBe('2026-11-24T10:00:00.000Z')
    expect(due('H2', '2026-11-27T09:00:00Z')).toBe('2026-11-30T23:59:59.999Z')
  })
})
