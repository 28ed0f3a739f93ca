import { describe, expect, it } from 'vitest'
import { chaseAlert } from '../../../../shared/alerts/answers/chase-alert.ts'
import { anAlert } from '../../../builders/an-alert.ts'

const afterDue = new Date('2026-11-25T00:00:30Z')

describe('a chase', () => {
  it.each([
    ['an hour before it is due', anAlert(), new Date('2026-11-24T22:59:59Z')],
    ['in the last millisecond but one', anAlert(), new Date('2026-11-24T23:59:59.998Z')],
    ['when everybody has been told', anAlert({ chases: 3 }), afterDue],
    ['once the referrer has heard back', anAlert({ state: 'FED_BACK' }), afterDue],
  ])('does not happen %s', (_, alert, now) => {
    expect(chaseAlert(alert, now)).toBeUndefined()
  })

  it.each([
    [0, 'inbox'],
    [1, 'manager'],
    [2, 'both-leads'],
  ])('after %i others tells the %s', (chases, tells) => {
    expect(chaseAlert(anAlert({ chases }), afterDue)).toMatchObject({ kind: 'chased', tells })
  })

  it.each(['RAISED', 'ACKNOWLEDGED', 'DECIDED', 'CHALLENGED'] as const)(
    'happens to an alert that is %s',
    (state) => {
      const chased = chaseAlert(anAlert({ state }), afterDue)?.alert
      expect(chased).toMatchObject({ state, version: 2, chases: 1 })
    },
  )

  it('changes the version, the count and the due day, and nothing else', () => {
    const alert = anAlert()
    const { version, chases, dueAt, ...rest } = chaseAlert(alert, afterDue)?.alert ?? anAlert()
    const { version: _v, chases: _c, dueAt: _d, ...before } = alert
    expect(rest).toEqual(before)
    expect([version, chases]).toEqual([2, 1])
    expect(dueAt > alert.dueAt).toBe(true)
  })

  it.each([
    ['the minute after the due day ended', '2026-11-25T00:00:30Z', '2026-11-25T23:59:59.999Z'],
    ['before a weekend', '2026-11-28T00:00:30Z', '2026-11-30T23:59:59.999Z'],
  ])('one working day after the last, when it comes %s', (_, now, due) => {
    const dueAt = new Date(Date.parse(now) - 30_001).toISOString()
    const chased = chaseAlert(anAlert({ dueAt }), new Date(now))?.alert
    expect(chased?.dueAt).toBe(due)
  })
})
