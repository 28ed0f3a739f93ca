import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import { fedBack } from '../../../../shared/alerts/answers/fed-back.ts'
import { challengeLevels } from '../../../../shared/codes/challenge-levels.ts'
import { aConcernId, aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'
import { told } from '../../../builders/told.ts'

const given = { by: 'westmarch', at: '2026-11-23T10:00:00.000Z' }
const outcome = { ...given, code: 'ASSESSMENT_S17' as const }
const feedback = { ...given, lines: told('We will visit.') }
const answered = anAlert({ state: 'FED_BACK', outcome, feedback })

describe('a concern that is fed back', () => {
  it('holds what its referrer is told, a version on', () => {
    const stored = aStoredConcern({ state: 'ALERTED', version: 3 })
    expect(fedBack(stored, answered)).toEqual({
      ...stored,
      version: 4,
      state: 'FED_BACK',
      feedback: [
        {
          feedbackNumber: 1,
          alertId: answered.alertId,
          authority: westmarch,
          outcome: 'ASSESSMENT_S17',
          lines: told('We will visit.'),
          at: given.at,
        },
      ],
    })
  })

  it('keeps earlier feedback, and says who answered a challenge and what comes next', () => {
    const first = fedBack(aStoredConcern(), answered) ?? aStoredConcern()
    const contested = { outcome, feedback }
    const challenge = (level: (typeof challengeLevels)[number]) => ({
      concernId: aConcernId(),
      level,
      reason: 'Why.',
      at: given.at,
      contested,
    })
    const again = fedBack(first, {
      ...answered,
      feedback: { ...feedback, nextStep: 'A visit.' },
      challenges: challengeLevels.map(challenge),
    })
    const [before] = first.feedback
    expect(again?.feedback).toEqual([
      before,
      { ...before, feedbackNumber: 2, level: 'partnership', nextStep: 'A visit.' },
    ])
  })

  it.each(['RECEIVED', 'HELD', 'IN_REVIEW', 'FED_BACK'] as const)('stays %s', (state) => {
    expect(fedBack(aStoredConcern({ state }), answered)?.state).toBe(state)
  })

  it('is none without an outcome or without feedback', () => {
    expect(fedBack(aStoredConcern(), anAlert({ outcome }))).toBeUndefined()
    expect(fedBack(aStoredConcern(), anAlert({ feedback }))).toBeUndefined()
  })
})
