import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { type Answer, answerAlert } from '../../../shared/alerts/answers/answer-alert.ts'
import { countedAlertOf } from '../../../shared/alerts/counted-alert.ts'
import { anAlert } from '../../builders/an-alert.ts'

const prior = { priorAlertIds: [], openedIds: [], secondPerson: undefined }
const person = { by: 'westmarch', practitioner: 'w-1' }

const answered = (alert: Alert, answer: Parameters<typeof answerAlert>[1], at: string): Alert => {
  const result = answerAlert(alert, answer, {
    person,
    expectedVersion: alert.version,
    now: new Date(at),
    prior,
  })
  if (result.kind !== 'answered') throw new Error(result.kind)
  return result.alert
}
const assessed = { step: 'outcome', code: 'ASSESSMENT_S17', priorItemsRead: [] } as const
const feedback: Answer = {
  step: 'feedback',
  lines: [{ kind: 'FACT', text: 'An assessment began.' }],
}

describe('an alert as it is counted', () => {
  it('says by when each step is due until it is taken', () => {
    const { acknowledge, tell, actedAt } = countedAlertOf(anAlert())
    expect(acknowledge).toEqual({ by: anAlert().dueAt })
    expect(tell).toEqual({ by: '2026-11-24T23:59:59.999Z' })
    expect(actedAt).toBeUndefined()
  })

  it('keeps by when a step had been due when it was taken, though the level has risen since', () => {
    const taken = answered(anAlert(), { step: 'acknowledgement' }, '2026-11-24T09:00:00.000Z')
    const risen: Alert = { ...taken, harm: 'H4' }
    expect(countedAlertOf(risen).acknowledge).toEqual({
      by: anAlert().dueAt,
      at: '2026-11-24T09:00:00.000Z',
    })
  })

  it('counts the first answer that the sender had, and when something was first done', () => {
    const taken = answered(anAlert(), { step: 'acknowledgement' }, '2026-11-23T11:00:00.000Z')
    const decided = answered(taken, assessed, '2026-11-23T12:00:00.000Z')
    const told = answered(decided, feedback, '2026-11-25T09:00:00.000Z')
    const again = answered(told, { ...assessed, code: 'SECTION_47' }, '2026-11-26T09:00:00.000Z')
    const twice = answered(again, feedback, '2026-11-27T09:00:00.000Z')
    for (const alert of [told, again, twice])
      expect(countedAlertOf(alert)).toMatchObject({
        tell: { by: '2026-11-24T23:59:59.999Z', at: '2026-11-25T09:00:00.000Z' },
        actedAt: '2026-11-23T12:00:00.000Z',
      })
  })

  it('does not take it for an act to turn away, or to ask for more', () => {
    const taken = answered(anAlert(), { step: 'acknowledgement' }, '2026-11-23T11:00:00.000Z')
    const asked = { ...assessed, code: 'MORE_INFORMATION_NEEDED' } as const
    const decided = answered(taken, asked, '2026-11-23T12:00:00.000Z')
    expect(countedAlertOf(decided).actedAt).toBeUndefined()
    expect(countedAlertOf(decided).outcome).toBe('MORE_INFORMATION_NEEDED')
  })

  it('owes nothing where its authority has ended', () => {
    const { alertId } = anAlert()
    const moved = { to: 'HOLDING' as const, alertId, at: '2026-11-24T09:00:00.000Z' }
    const { acknowledge, tell } = countedAlertOf(anAlert({ moved }))
    expect([acknowledge, tell]).toEqual([undefined, undefined])
  })

  it('holds ids, codes and moments, and no words', () => {
    expect(Object.keys(countedAlertOf(anAlert())).toSorted()).toEqual([
      'acknowledge',
      'agencyName',
      'children',
      'concernId',
      'isMatched',
      'notices',
      'tell',
    ])
  })
})
