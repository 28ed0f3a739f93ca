// Principle 3: whom we know never decides what the sender can see.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { assess, type Household } from '../../../shared/assessing/assess.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { now } from '../../builders/ports.ts'
import { runs } from '../../builders/runs.ts'
import { anyKnown, anySender, anySent, unknown } from './any-household.ts'
import { afterStep, anyStep, commit, received, seenBySender } from './seen-by-sender.ts'

const anyCase = fc.record({
  sent: anySent,
  resent: anySent,
  family: anyKnown,
  sender: anySender,
  steps: fc.array(anyStep, { maxLength: 3 }),
})
type Case = typeof anyCase extends fc.Arbitrary<infer Value> ? Value : never

/** The same of the family that is known, and of one that nobody knows. */
const ofBoth = <Result>(
  { family, sender }: Case,
  make: (household: Household) => Result,
): readonly Result[] => [
  make({ ...family, holder: westmarch, sender }),
  make({ ...unknown, holder: westmarch, sender }),
]

describe('what a sender and its lead can see', () => {
  it('is the same whether or not anybody is known, planned, watched or protected, whatever follows', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const [known, nobody] = ofBoth(one, (household) => {
          let state = commit(received(one.sent), household)
          const seen = [seenBySender(state)]
          for (const step of one.steps) {
            state = afterStep(state, step, household)
            seen.push(seenBySender(state))
          }
          return seen
        })
        expect(known).toEqual(nobody)
      }),
      runs(2_000),
    )
  })

  it('is the same of a concern that was sent again', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { incidentOn } = one.sent.concern
        const concern = { ...one.resent.concern, incidentOn }
        const second = { ...one.resent, concernId: aConcernId(2), concern }
        const [known, nobody] = ofBoth(one, (household) => {
          const first = commit(received(one.sent), household)
          return seenBySender(commit(received(second), household, { earlier: [first] }))
        })
        expect(known).toEqual(nobody)
      }),
      runs(1_000),
    )
  })

  it('is met with families that change what is decided', () => {
    const decisions = fc.sample(anyCase, 1_500).map((one) =>
      ofBoth(one, (household) => {
        const { assessment } = assess(one.sent, household, { now, cause: 'received' })
        return assessment.decision.decision
      }),
    )
    expect(decisions.filter(([known, nobody]) => known !== nobody).length).toBeGreaterThan(10)
  })
})
