import { describe, expect, it } from 'vitest'
import {
  acknowledgementDue,
  decisionDue,
  dueForDecision,
} from '../../../../shared/alerts/answers/due.ts'
import { anAlert } from '../../../builders/an-alert.ts'

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
    expect(acknowledgementDue({ harm, raisedAt }).toISOString()).toBe(acknowledged)
    expect(decisionDue({ harm, raisedAt }).toISOString()).toBe(decided)
  })

  it('stands, and is chased one more period on where it has passed when a step is taken', () => {
    const begun = (harm: 'H2' | 'H4', now: string) => {
      const { dueAt, chaseAt, chases } = dueForDecision(anAlert({ harm, chases: 3 }), new Date(now))
      return [dueAt, chaseAt, chases]
    }
    const tonight = '2026-11-23T23:59:59.999Z'
    expect(begun('H4', '2026-11-23T11:00:00Z')).toEqual([tonight, undefined, 0])
    expect(begun('H4', '2026-11-24T09:00:00Z')).toEqual([tonight, '2026-11-24T10:00:00.000Z', 0])
    expect(begun('H2', '2026-11-27T09:00:00Z')).toEqual([
      '2026-11-24T23:59:59.999Z',
      '2026-11-30T23:59:59.999Z',
      0,
    ])
  })
})
