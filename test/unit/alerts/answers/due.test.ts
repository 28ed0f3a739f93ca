import { describe, expect, it } from 'vitest'
import { northmoor } from '../../../../infra/stages/local.ts'
import type { AgreedWith } from '../../../../shared/agencies/agreed-times.ts'
import type { Holder } from '../../../../shared/agencies/holder.ts'
import type { AgreedTimes } from '../../../../shared/agencies/pace.ts'
import {
  acknowledgementDue,
  decisionDue,
  discussionDue,
  dueForDecision,
} from '../../../../shared/alerts/answers/due.ts'
import { dueForOwed, isDueAsAgreed } from '../../../../shared/alerts/answers/owed.ts'
import { reroute } from '../../../../shared/alerts/answers/reroute.ts'
import { nothingAgreed } from '../../../builders/a-directory.ts'
import { anId } from '../../../builders/a-stored-concern.ts'
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

describe('by when an alert is answered with whose authority something sooner was agreed', () => {
  const raisedAt = new Date('2026-11-23T10:00:00Z')
  const due = (harm: 'H2' | 'H3' | 'H4', agreed: AgreedTimes) =>
    [acknowledgementDue, decisionDue, discussionDue].map((one) =>
      one({ harm, raisedAt, agreed }).toISOString(),
    )
  const tonight = '2026-11-23T23:59:59.999Z'
  const tomorrow = '2026-11-24T23:59:59.999Z'

  it.each<['H2' | 'H3' | 'H4', AgreedTimes, readonly string[]]>([
    ['H2', {}, [tomorrow, tomorrow, tomorrow]],
    ['H2', { H3: { acknowledge: { hours: 1 } } }, [tomorrow, tomorrow, tomorrow]],
    ['H2', { H2: { acknowledge: { hours: 4 } } }, ['2026-11-23T14:00:00.000Z', tomorrow, tomorrow]],
    ['H2', { H2: { acknowledge: { workingDays: 0 } } }, [tonight, tomorrow, tomorrow]],
    // Decided on no day before the one on which somebody is due to have it.
    ['H2', { H2: { decide: { workingDays: 0 } } }, [tomorrow, tomorrow, tomorrow]],
    [
      'H2',
      { H2: { acknowledge: { hours: 4 }, decide: { workingDays: 0 } } },
      ['2026-11-23T14:00:00.000Z', tonight, tomorrow],
    ],
    [
      'H3',
      { H3: { strategyDiscussion: { workingDays: 0 } } },
      ['2026-11-23T14:00:00.000Z', tomorrow, tonight],
    ],
    ['H4', { H4: { acknowledge: { hours: 0.5 } } }, ['2026-11-23T10:30:00.000Z', tonight, tonight]],
    ['H4', { H4: { acknowledge: { hours: 2 } } }, ['2026-11-23T11:00:00.000Z', tonight, tonight]],
    [
      'H3',
      { H3: { acknowledge: { workingDays: 0 } } },
      ['2026-11-23T14:00:00.000Z', tomorrow, tomorrow],
    ],
  ])('%s with %j', (harm, agreed, expected) => {
    expect(due(harm, agreed)).toEqual(expected)
  })

  it('is said of an alert only where what it owes now is due sooner for it', () => {
    const agreed: AgreedTimes = { H2: { acknowledge: { hours: 4 } } }
    const begun = anAlert({ agreed, dueAt: '2026-11-23T14:00:00.000Z' })
    expect(isDueAsAgreed(begun)).toBe(true)
    const { agreed: _none, ...byPolicy } = begun
    expect(isDueAsAgreed(byPolicy)).toBe(false)
    expect(isDueAsAgreed(anAlert({ agreed: { H2: { acknowledge: { hours: 90 } } } }))).toBe(false)
    const acknowledged = { ...dueForDecision(begun, raisedAt), state: 'ACKNOWLEDGED' as const }
    expect([acknowledged.dueAt, isDueAsAgreed(acknowledged)]).toEqual([tomorrow, false])
  })

  it('is the strategy discussion’s own once that alone is owed', () => {
    const alert = anAlert({
      harm: 'H3',
      state: 'FED_BACK',
      agreed: { H3: { strategyDiscussion: { workingDays: 0 } } },
      outcome: { by: 'westmarch', at: raisedAt.toISOString(), code: 'SECTION_47' },
    })
    const owing = dueForOwed(alert, raisedAt)
    expect([owing.dueAt, isDueAsAgreed(owing)]).toEqual([tonight, true])
  })

  it('is never passed to whoever an alert was passed on to: there its own agreement counts', () => {
    const agreed: AgreedTimes = { H2: { acknowledge: { hours: 4 } } }
    const first = anAlert({ agreed, dueAt: '2026-11-23T14:00:00.000Z' })
    const moment = { now: raisedAt, newId: () => anId(50) }
    const to = (code: Holder, agreedWith: AgreedWith) =>
      reroute(first, code, { ...moment, agreedWith })
    expect(to(northmoor, nothingAgreed)).toMatchObject({ dueAt: tomorrow })
    expect('agreed' in to(northmoor, nothingAgreed)).toBe(false)
    const theirs: AgreedTimes = { H2: { acknowledge: { hours: 2 } } }
    expect(to(northmoor, () => theirs)).toMatchObject({
      agreed: theirs,
      dueAt: '2026-11-23T12:00:00.000Z',
    })
  })
})
