import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConcernFlag } from '../../../shared/codes/concern-flags.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { decide, decideUnder } from '../../../shared/sharing/decide.ts'
import { decisionSchema } from '../../../shared/sharing/decision.ts'
import { factsSchema } from '../../../shared/sharing/facts.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { isUndecided } from '../../../shared/sharing/rules/silence.ts'
import { afterTimeout } from '../../../shared/sharing/timeout.ts'
import { oracle } from '../../quality/sharing/oracle.ts'
import { someFacts } from '../../unit/sharing/facts.ts'
import { anyFacts, runs, withFlag } from './facts.ts'
import { weakerWays } from './weaker.ts'

describe('every decision', () => {
  it('is the one that a second reading of the table gives', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { id: _, policyVersion: __, ...decision } = decide(facts)
        expect(decision).toEqual(oracle(facts))
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

  it('has a clock if and only if something follows', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { decision, dueInWorkingDays, onTimeout } = decide(facts)
        expect(dueInWorkingDays === null).toBe(onTimeout === null)
        if (decision === 'HUMAN_REVIEW') expect(onTimeout).not.toBeNull()
        if (decision.startsWith('SHARE')) expect(onTimeout).toBeNull()
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

  it('never rests paragraph 18 on an answer', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('GIVEN', 'REFUSED', 'WITHDRAWN'), (facts, consent) => {
        expect(decide({ ...facts, consent }).basis.schedule1).not.toContain('para-18')
      }),
      runs,
    )
  })
})

describe('a decision is not weakened', () => {
  it.each<ConcernFlag>([
    'DA',
    'MARAC',
    'RESTRICTED_ADDRESS',
    'DELUSION_INVOLVES_CHILD',
    'SUICIDE_PLAN_INVOLVES_CHILD',
    'UNBORN',
    'PREVIOUS_REMOVAL',
  ])('by adding %s', (flag) => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(weakerWays(facts, withFlag(facts, flag))).toEqual([])
      }),
      runs,
    )
  })

  it('by more harm', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...harmLevels), (facts, harm) => {
        const [less = harm, more = harm] = [facts.harm, harm].toSorted()
        expect(weakerWays({ ...facts, harm: less }, { ...facts, harm: more })).toEqual([])
      }),
      runs,
    )
  })

  it('by problems that accumulate, or by a third notification in three months', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const alone = { ...facts, accumulationFires: false, threeInThree: false }
        expect(weakerWays(alone, { ...alone, accumulationFires: true })).toEqual([])
        expect(weakerWays(alone, { ...alone, threeInThree: true })).toEqual([])
      }),
      runs,
    )
  })

  it('unnoticed: what does weaken it is found', () => {
    const facts = someFacts({ harm: 'H3' })
    expect(weakerWays(facts, { ...facts, harm: 'H1' })).not.toEqual([])
    expect(weakerWays(facts, withFlag(facts, 'DETRIMENT_CLAIMED'))).toEqual(['less is done now'])
  })
})

describe('what no row decides', () => {
  const { rules } = latestPolicy

  it('is held, told to nobody, seen the same day and never shared, whichever rows are missing', () => {
    let met = 0
    fc.assert(
      fc.property(anyFacts, fc.subarray([...rules]), (facts, some) => {
        const decision = decideUnder({ ...latestPolicy, rules: some }, facts)
        expect(isUndecided(decision)).toBe(!some.some(({ id }) => id === decision.rule))
        if (!isUndecided(decision)) return
        met += 1
        expect(decision).toMatchObject({
          decision: 'HOLD',
          unmatchedAlert: false,
          tellParent: 'no',
          dueInWorkingDays: 0,
        })
        const next = afterTimeout(decision, facts)?.decision
        expect(next).toMatchObject({ decision: 'HUMAN_REVIEW', onTimeout: 'HUMAN_REVIEW' })
      }),
      runs,
    )
    expect(met).toBeGreaterThan(runs.numRuns / 10)
  })
})
