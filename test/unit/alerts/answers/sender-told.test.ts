import { describe, expect, it } from 'vitest'
import { agencyToTell } from '../../../../shared/alerts/answers/sender-told.ts'
import { aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'

const { submittedBy } = aStoredConcern()
const given = { by: 'westmarch', at: '2026-11-24T10:00:00.000Z' }

describe('the sender’s lead', () => {
  it.each(['R3', 'R9', 'R10', 'R11', 'R14', 'R15'])(
    'hears where %s shared what was sent',
    (rule) => {
      expect(agencyToTell(anAlert({ rule }), aStoredConcern())).toBe(submittedBy.agency)
    },
  )

  it.each(['R7', 'R12', 'R13', 'R14b', 'R16', 'R19'])(
    'hears nothing where %s shared, for that may follow from whom the hub knows',
    (rule) => {
      expect(agencyToTell(anAlert({ rule }), aStoredConcern())).toBeUndefined()
    },
  )

  it('hears nothing of an authority that the sender did not state', () => {
    expect(agencyToTell(anAlert({ authority: 'E08000992' }), aStoredConcern())).toBeUndefined()
  })

  it('hears nothing of what is owed to others once its referrer has been told', () => {
    const passedOn = anAlert({
      state: 'FED_BACK',
      outcome: { ...given, code: 'OTHER_AUTHORITY' },
      rerouted: { to: 'E08000992', at: given.at },
    })
    expect(agencyToTell(passedOn, aStoredConcern())).toBeUndefined()
  })
})
