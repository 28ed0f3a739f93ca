import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { afterTimeout } from '../../../shared/sharing/conclude.ts'
import { decide, decideUnder } from '../../../shared/sharing/decide.ts'
import { decisionSchema } from '../../../shared/sharing/decision.ts'
import { factsSchema } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { isUndecided } from '../../../shared/sharing/rules/silence.ts'
import { oracleOf } from '../../quality/sharing/oracle.ts'
import { anyFacts, runs } from './facts.ts'

describe('every decision', () => {
  it('is the one that a second reading of the page gives', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { policyVersion: _, ...decision } = decide(facts)
        expect(decision).toEqual(oracleOf(facts))
      }),
      runs,
    )
  })

  it('has a rule of the table, a version and a basis, and is the same each time', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const decision = decide(factsSchema.parse(facts))
        expect(decisionSchema.parse(decision)).toEqual(decide(facts))
        expect(decision.rule).not.toBe('R0')
        expect(decision.policyVersion).not.toBe('')
        expect(decision.basis.article6.length).toBeGreaterThan(0)
      }),
      runs,
    )
  })

  it('never lowers the level of harm, nor raises it above H3', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = harmLevels.indexOf(facts.harm)
        const after = harmLevels.indexOf(decide(facts).harmAfter)
        expect(after).toBeGreaterThanOrEqual(before)
        if (after !== before) expect(after).toBeLessThanOrEqual(3)
      }),
      runs,
    )
  })

  it('never rests paragraph 18 on a refusal alone', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('REFUSED', 'WITHDRAWN'), (facts, consent) => {
        const decision = decide({ ...facts, consent, whyNotSought: null })
        expect(decision.basis.schedule1).not.toContain('para-18')
      }),
      runs,
    )
  })

  it('takes a withdrawal as it takes a refusal', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(decide({ ...facts, consent: 'WITHDRAWN' })).toEqual(
          decide({ ...facts, consent: 'REFUSED' }),
        )
      }),
      runs,
    )
  })
})

describe('what no row decides', () => {
  const { rules } = latestPolicy

  it('is seen the same day and then goes by the least, whichever rows are missing', () => {
    let met = 0
    fc.assert(
      fc.property(anyFacts, fc.subarray([...rules]), (facts, some) => {
        const decision = decideUnder({ ...latestPolicy, rules: some }, facts)
        expect(isUndecided(decision)).toBe(!some.some(({ id }) => id === decision.rule))
        if (!isUndecided(decision)) return
        met += 1
        expect(decision).toMatchObject({
          decision: 'HUMAN_REVIEW',
          asked: 'partnership-lead',
          tellParent: 'no',
          dueInWorkingDays: 0,
        })
        expect(afterTimeout(decision, facts)?.decision.decision).toBe('SHARE_MINIMAL')
      }),
      runs,
    )
    expect(met).toBeGreaterThan(runs.numRuns / 10)
  })
})
