import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../../infra/stages/local.ts'
import type { Alert } from '../../../../shared/alerts/alert.ts'
import { agencyToTell } from '../../../../shared/alerts/answers/sender-told.ts'
import { ruleIds } from '../../../../shared/sharing/decision.ts'
import { aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { anAlert as anyAlert } from '../../../builders/an-alert.ts'

const given = { by: 'westmarch', at: '2026-11-24T10:00:00.000Z' }
const seen = { isShared: true, isReturned: false, isReasonAsked: false, holder: westmarch }
const shared = aStoredConcern({ seen })
const { agency } = shared.submittedBy

const anAlert = (change: Partial<Alert> = {}): Alert =>
  anyAlert({ isOfWhatWasSent: true, ...change })

describe('the sender’s lead', () => {
  it('hears nothing of an alert that was raised because of whom the hub knows', () => {
    expect(agencyToTell(anyAlert(), shared)).toBeUndefined()
  })

  it('hears nothing of what is told of an adopted child', () => {
    expect(agencyToTell(anAlert({ isOfAdopted: true }), shared)).toBeUndefined()
  })

  it.each<[string, Partial<Alert>]>([
    ['nobody has acknowledged it', { state: 'RAISED' }],
    ['nobody has decided', { state: 'ACKNOWLEDGED' }],
    ['nobody has told the referrer', { state: 'DECIDED' }],
    ['nobody has decided again after a challenge', { state: 'CHALLENGED' }],
  ])('hears that %s, where what was sent is shared by itself', (_, change) => {
    expect(agencyToTell(anAlert(change), shared)).toBe(agency)
  })

  it('hears so by what the form alone leads to, whatever rule shared it in the end', () => {
    for (const rule of ruleIds) {
      expect(agencyToTell(anAlert({ rule }), shared)).toBe(agency)
      const held = aStoredConcern({ seen: { ...seen, isShared: false } })
      expect(agencyToTell(anAlert({ rule }), held)).toBeUndefined()
    }
  })

  it('hears nothing before its concern has been assessed', () => {
    const { seen: _, ...unread } = shared
    expect(agencyToTell(anAlert(), unread)).toBeUndefined()
  })

  it('hears nothing of an authority that the sender did not state', () => {
    expect(agencyToTell(anAlert({ authority: northmoor }), shared)).toBeUndefined()
  })

  it('hears of the holding queue where nobody else answered for the place that it stated', () => {
    const elsewhere = aStoredConcern({ seen: { ...seen, holder: 'HOLDING' } })
    expect(agencyToTell(anAlert({ authority: 'HOLDING' }), elsewhere)).toBe(agency)
    expect(agencyToTell(anAlert(), elsewhere)).toBeUndefined()
  })

  it('hears nothing of what is owed to others once its referrer has been told', () => {
    const passedOn = anAlert({
      state: 'FED_BACK',
      outcome: { ...given, code: 'OTHER_AUTHORITY' },
      rerouted: { to: northmoor, at: given.at },
    })
    expect(agencyToTell(passedOn, shared)).toBeUndefined()
  })
})
