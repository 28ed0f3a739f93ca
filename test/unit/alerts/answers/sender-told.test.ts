import { describe, expect, it } from 'vitest'
import { agencyToTell } from '../../../../shared/alerts/answers/sender-told.ts'
import { aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'

const { submittedBy } = aStoredConcern()
const given = { by: 'westmarch', at: '2026-11-24T10:00:00.000Z' }

const shares = { isShared: true, isReturned: false, isReasonAsked: false }
const seen = { isOfWhatWasSent: true } as const
const sharing = aStoredConcern({ seen: shares })

describe('the sender’s lead', () => {
  it('hears where what was sent shares by itself', () => {
    expect(agencyToTell(anAlert(seen), sharing)).toBe(submittedBy.agency)
  })

  it('hears nothing where it does not, for an alert may follow from whom the hub knows', () => {
    const notSharing = aStoredConcern({ seen: { ...shares, isShared: false } })
    expect(agencyToTell(anAlert(seen), notSharing)).toBeUndefined()
    expect(agencyToTell(anAlert(), sharing)).toBeUndefined()
  })

  it('hears nothing of an authority that the sender did not state', () => {
    expect(agencyToTell(anAlert({ ...seen, authority: 'E08000992' }), sharing)).toBeUndefined()
  })

  it('hears nothing of what is told of an adopted child', () => {
    expect(agencyToTell(anAlert({ ...seen, isOfAdopted: true }), sharing)).toBeUndefined()
  })

  it('hears nothing of what is owed to others once its referrer has been told', () => {
    const passedOn = anAlert({
      ...seen,
      state: 'FED_BACK',
      outcome: { ...given, code: 'OTHER_AUTHORITY' },
      rerouted: { to: 'E08000992', at: given.at },
    })
    expect(agencyToTell(passedOn, sharing)).toBeUndefined()
  })
})
