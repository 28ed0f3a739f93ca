import { describe, expect, it } from 'vitest'
import { northmoor } from '../../../../infra/stages/local.ts'
import { owedOn, waitsUntil } from '../../../../shared/alerts/answers/owed.ts'
import { outcomeCodes, outcomeRow } from '../../../../shared/codes/outcomes.ts'
import { anAlert } from '../../../builders/an-alert.ts'

const given = { by: 'westmarch', at: '2026-11-24T10:00:00.000Z' }
const at = '2026-11-24T11:00:00.000Z'

describe('what is owed on an alert', () => {
  it.each([
    ['RAISED', 'acknowledgement'],
    ['ACKNOWLEDGED', 'outcome'],
    ['CHALLENGED', 'outcome'],
    ['DECIDED', 'feedback'],
    ['FED_BACK', undefined],
  ] as const)('that is %s: %s', (state, owed) => {
    expect(owedOn(anAlert({ state }))).toBe(owed)
  })

  it.each(outcomeCodes)('by %s, once the referrer has been told', (code) => {
    const alert = anAlert({
      state: 'FED_BACK',
      harm: 'H3',
      outcome: { ...given, code },
      rerouted: { to: northmoor, at },
    })
    const isPassedOn = outcomeRow(code).reroutes ? 'taking-over' : undefined
    const owed = code === 'SECTION_47' ? 'strategy-discussion' : isPassedOn
    expect(owedOn(alert)).toBe(owed)
    expect(waitsUntil(alert)).toBe(owed && alert.dueAt)
    const taken = { ...alert, rerouted: { to: northmoor, at, takenAt: at } }
    expect(owedOn(taken)).toBe(code === 'SECTION_47' ? owed : undefined)
  })

  it('makes the clock look at the chase that is next, or at a reminder before it', () => {
    expect(waitsUntil(anAlert({ chaseAt: at }))).toBe(at)
    const reminders = [{ kind: 'CONFERENCE' as const, at: '2026-11-24T09:00:00.000Z' }]
    expect(waitsUntil(anAlert({ chaseAt: at, reminders }))).toBe(reminders[0]?.at)
    expect(waitsUntil(anAlert({ state: 'FED_BACK', reminders }))).toBe(reminders[0]?.at)
    expect(waitsUntil(anAlert({ state: 'FED_BACK' }))).toBeUndefined()
  })
})
