import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConcernFlag, harmLevels } from '../../../shared/concerns/concern.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import { type Decision, decisionSchema } from '../../../shared/sharing/decision.ts'
import { type Facts, factsSchema } from '../../../shared/sharing/facts.ts'
import { afterTimeout } from '../../../shared/sharing/timeout.ts'
import { oracle } from '../../unit/sharing/oracle.ts'
import { anyFacts } from './facts.ts'

const runs = { numRuns: 6_000 }

/** How much a child may hope for from a decision: nothing, a person's eyes, the least, all that is needed. */
const strength = { HOLD: 0, HUMAN_REVIEW: 1, SHARE_MINIMAL: 2, SHARE: 3 } as const

/** How much is disclosed: a review has told nobody anything. */
const disclosure = { HOLD: 0, HUMAN_REVIEW: 0, SHARE_MINIMAL: 1, SHARE: 2 } as const

const openness = { no: 0, 'safe-contact-only': 1, yes: 2 } as const

/** What is reached if nobody ever answers. Reviews that do not close by themselves end as reviews. */
const inTheEnd = (facts: Facts): Decision => {
  let decision = decide(facts)
  for (let lapses = 0; lapses < 5; lapses += 1)
    decision = afterTimeout(decision, facts)?.decision ?? decision
  return decision
}

const withFlag = (facts: Facts, flag: ConcernFlag): Facts => ({
  ...facts,
  flags: [...facts.flags, flag],
})

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
  ])('by adding %s, now or in the end', (flag) => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const flagged = withFlag(facts, flag)
        expect(strength[decide(flagged).decision]).toBeGreaterThanOrEqual(
          strength[decide(facts).decision],
        )
        expect(strength[inTheEnd(flagged).decision]).toBeGreaterThanOrEqual(
          strength[inTheEnd(facts).decision],
        )
      }),
      runs,
    )
  })

  it('by more harm', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...harmLevels), (facts, harm) => {
        const [less, more] = [facts.harm, harm].toSorted()
        if (less === undefined || more === undefined) return
        const [before, after] = [decide({ ...facts, harm: less }), decide({ ...facts, harm: more })]
        expect(strength[after.decision]).toBeGreaterThanOrEqual(strength[before.decision])
      }),
      runs,
    )
  })

  it('by more harm in the end', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...harmLevels), (facts, harm) => {
        const [less, more] = [facts.harm, harm].toSorted()
        if (less === undefined || more === undefined) return
        expect(strength[inTheEnd({ ...facts, harm: more }).decision]).toBeGreaterThanOrEqual(
          strength[inTheEnd({ ...facts, harm: less }).decision],
        )
      }),
      runs,
    )
  })
})

describe('domestic abuse', () => {
  it('never has the parent told more openly', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('DA' as const, 'MARAC' as const), (facts, flag) => {
        const [before, after] = [decide(facts), decide(withFlag(facts, flag))]
        if (before.decision !== after.decision) return
        expect(openness[after.tellParent]).toBeLessThanOrEqual(openness[before.tellParent])
      }),
      runs,
    )
  })

  it('never has a parent told outright', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(decide(withFlag(facts, 'DA')).tellParent).not.toBe('yes')
      }),
      runs,
    )
  })
})

describe('consent withdrawn', () => {
  it('never discloses more than consent given', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const given = decide({ ...facts, consent: 'GIVEN' })
        const withdrawn = decide({ ...facts, consent: 'WITHDRAWN' })
        expect(disclosure[withdrawn.decision]).toBeLessThanOrEqual(disclosure[given.decision])
        expect(Number(withdrawn.unmatchedAlert)).toBeLessThanOrEqual(Number(given.unmatchedAlert))
      }),
      runs,
    )
  })

  it('is stronger than given in one place of the table only: nobody found, watched, at H1', () => {
    let met = 0
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const given = decide({ ...facts, consent: 'GIVEN' })
        const withdrawn = decide({ ...facts, consent: 'WITHDRAWN' })
        if (strength[withdrawn.decision] <= strength[given.decision]) return
        met += 1
        expect([given.rule, withdrawn.rule, given.harmAfter, facts.match]).toEqual([
          'R8b',
          'R16',
          'H1',
          'NONE',
        ])
      }),
      runs,
    )
    expect(met).toBeGreaterThan(0)
  })
})
