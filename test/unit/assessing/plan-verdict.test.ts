import { describe, expect, it } from 'vitest'
import { stepAfter } from '../../../shared/assessing/later-plan.ts'
import { areKnown, planVerdict } from '../../../shared/assessing/plan-verdict.ts'
import { aFamily } from '../../builders/a-family.ts'
import { anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { now } from '../../builders/ports.ts'

const previous = anAssessment({ consent: 'REFUSED' })
const step = stepAfter(previous, 'reviewed', { now, newId: () => anId(9) })

describe('a verdict on disclosure', () => {
  it.each([
    ['SHARE_MINIMAL', 1],
    ['HOLD', 0],
  ] as const)('of %s raises %i alerts, under the rule that asked', (verdict, alerts) => {
    const plan = planVerdict(aStoredConcern(), { previous, earlier: [], verdict }, step)
    expect(plan.assessment).toMatchObject({
      number: 2,
      cause: 'reviewed',
      facts: previous.facts,
      decision: { rule: 'R12', decision: verdict },
    })
    expect(plan.alerts).toHaveLength(alerts)
  })
})

describe('adults that a verdict names', () => {
  it.each([
    [[], true],
    [['E06000991.A1001'], true],
    [['E06000991.A9'], false],
    [['E06000991.A1001', 'E06000991.A9'], false],
  ])('%j are on the register: %s', async (adultIds, isThere) => {
    expect(areKnown(adultIds, await aFamily())).toBe(isThere)
  })
})
