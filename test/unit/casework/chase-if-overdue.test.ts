import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import {
  type ChaseIfOverdueDeps,
  chaseIfOverdue,
} from '../../../shared/casework/chase-if-overdue.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { aTrace, now } from '../../builders/ports.ts'
import { told } from '../../builders/told.ts'

type Change = Parameters<ChaseIfOverdueDeps['commitAlert']>[0]
const overdue = anAlert({ dueAt: now.toISOString() })

const chasing = async (alert: Alert | undefined, answer: 'committed' | 'changed' = 'committed') => {
  const { acting, port, keep, said } = aTrace()
  const changes: Change[] = []
  const result = await chaseIfOverdue(
    { alertId: overdue.alertId },
    {
      ...acting,
      readAlert: port('readAlert', () => alert),
      readConcern: port('readConcern', () => aStoredConcern()),
      commitAlert: port<[Change], typeof answer>('commitAlert', (change) => {
        changes.push(change)
        keep(change.entries)
        return answer
      }),
    },
  )
  return { result, changes, said }
}

describe('chasing an alert', () => {
  it('tells the authority again, a version on, and is recorded', async () => {
    const { result, changes, said } = await chasing(overdue)
    expect(result).toEqual({ kind: 'chased' })
    expect(changes).toMatchObject([
      {
        alert: { version: 2, chases: 1 },
        messages: [
          {
            recordVersion: 2,
            to: `alerts-${westmarch}`,
            type: 'alert.overdue',
            tells: 'inbox',
            createdAt: now.toISOString(),
          },
        ],
      },
    ])
    expect(said()).toEqual([
      {
        at: now.toISOString(),
        action: 'ALERT_CHASED',
        outcome: 'DONE',
        actor: 'the-hub',
        authority: westmarch,
        subjects: [overdue.alertId, aConcernId()],
        codes: { tells: 'inbox', chases: '1' },
      },
    ])
  })

  it('passes a challenge on to the level above', async () => {
    const given = { by: 'westmarch', at: now.toISOString() }
    const contested = {
      outcome: { ...given, code: 'ADVICE_GIVEN' as const },
      feedback: { ...given, lines: told('No.') },
    }
    const { changes, said } = await chasing({
      ...overdue,
      state: 'CHALLENGED',
      challenges: [
        {
          concernId: aConcernId(),
          level: 'manager',
          reason: 'Why.',
          at: now.toISOString(),
          contested,
        },
      ],
    })
    expect(changes).toMatchObject([
      { messages: [{ type: 'alert.challenged', level: 'head' }, { level: 'head' }] },
    ])
    expect(said()).toMatchObject([{ action: 'CHALLENGE_PASSED_ON', codes: { level: 'head' } }])
  })

  it.each([
    ['is not there', undefined],
    ['is not due for another millisecond', anAlert({ dueAt: '2026-11-23T10:00:00.001Z' })],
    ['has been answered', { ...overdue, state: 'FED_BACK' as const }],
  ])('does nothing for one that %s', async (_, alert) => {
    const { result, changes } = await chasing(alert)
    expect([result, changes]).toEqual([{ kind: 'not-chased' }, []])
  })

  it('does not count one that was answered meanwhile', async () => {
    expect((await chasing(overdue, 'changed')).result).toEqual({ kind: 'not-chased' })
  })
})
