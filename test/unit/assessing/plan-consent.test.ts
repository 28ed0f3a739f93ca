import { describe, expect, it } from 'vitest'
import { stepAfter } from '../../../shared/assessing/later-plan.ts'
import { planConsent } from '../../../shared/assessing/plan-consent.ts'
import { changeIdSchema } from '../../../shared/kernel/ids.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'

const planAt = (at: string, status: 'GIVEN' | 'REFUSED') => {
  const previous = anAssessment({ consent: null, harm: 'H1' })
  const consent = { status, decidedOn: '2026-11-22', parentAware: 'UNKNOWN' as const }
  const consentNow = { changeId: changeIdSchema.parse(anId(5)), consent }
  const step = stepAfter(previous, 'consent-changed', { now: new Date(at), newId: () => anId(9) })
  const stored = aStoredConcern({ state: 'HELD', consentNow })
  return planConsent(stored, { previous, earlier: [] }, step)
}

describe('a concern decided anew on a change of consent', () => {
  it('is decided on the consent that now stands, all else as it was', () => {
    const { assessment, alerts } = planAt('2026-11-23T10:00:00Z', 'GIVEN')
    expect(assessment).toMatchObject({ number: 2, cause: 'consent-changed' })
    expect(assessment.facts).toMatchObject({ consent: 'GIVEN', harm: 'H1', match: 'CONFIRMED' })
    expect(assessment.decision).toMatchObject({ rule: 'R15', decision: 'SHARE_MINIMAL' })
    expect(alerts).toHaveLength(1)
  })

  it('is held again where consent is refused', () => {
    expect(planAt('2026-11-23T10:00:00Z', 'REFUSED').assessment.decision.decision).toBe('HOLD')
  })

  it.each([
    ['2026-09-29T22:59:59Z', false],
    ['2026-09-29T23:00:00Z', true],
  ])('is under the law of the day in London: at %s the duty binds: %s', (at, binds) => {
    expect(planAt(at, 'GIVEN').assessment.facts.dutyInForce).toBe(binds)
  })
})
