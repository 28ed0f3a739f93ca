import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decided, replay } from '../../../shared/assessing/replay.ts'
import { decideUnder } from '../../../shared/sharing/decide.ts'
import type { Decision } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { policyOn } from '../../../shared/sharing/policies.ts'
import { afterTimeout } from '../../../shared/sharing/timeout.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { runs } from '../../builders/runs.ts'
import { anyFacts } from '../sharing/facts.ts'

const concernId = aConcernId()
const day = '2026-11-23'
const decide = (facts: Facts): Decision => decideUnder(policyOn(day), facts)

const anAssessment = (number: number, facts: Facts, decision: Decision): Decided => ({
  concernId,
  number,
  cause: number === 1 ? 'received' : 'lapsed',
  assessedAt: `${day}T10:00:00.000Z`,
  match: { band: facts.match },
  facts,
  decision,
})

/** The assessments of one concern if nobody ever answers: at most three, for then only the same review comes again. */
const chainOf = (differing: Facts): readonly Decided[] => {
  const facts = { ...differing, id: concernId }
  const chain = [anAssessment(1, facts, decide(facts))]
  for (let last = chain[0]; last !== undefined && last.number < 3; ) {
    const lapse = afterTimeout(last.decision, facts)
    last = lapse && anAssessment(last.number + 1, facts, lapse.decision)
    if (last !== undefined) chain.push(last)
  }
  return chain
}

const changes: { readonly [Field in keyof Decision]?: fc.Arbitrary<Decision[Field]> } = {
  rule: fc.constantFrom('R0', 'R1', 'R9', 'R12', 'R17'),
  decision: fc.constantFrom('HOLD', 'HUMAN_REVIEW', 'SHARE_MINIMAL', 'SHARE'),
  harmAfter: fc.constantFrom('H0', 'H1', 'H2', 'H3', 'H4'),
  raisedBy: fc.subarray(['R4', 'R5b', 'R5']),
  tellParent: fc.constantFrom('yes', 'no', 'safe-contact-only'),
  dueInWorkingDays: fc.constantFrom(null, 0, 1, 5, 10),
  onTimeout: fc.constantFrom(null, 'HOLD', 'HUMAN_REVIEW', 'SHARE_MINIMAL', 'SHARE'),
  unmatchedAlert: fc.boolean(),
  policyVersion: fc.constantFrom('1999-01-01.1', '2026-11-22.2'),
}
const anyChange: fc.Arbitrary<Partial<Decision>> = fc.oneof(
  ...Object.entries(changes).map(([field, value]) => fc.record({ [field]: value })),
)

describe('a replay', () => {
  it('agrees with whatever was decided, and with all that followed when nobody answered', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(replay(chainOf(facts))).toEqual([])
      }),
      runs(1_500),
    )
  })

  it('finds any change to the last decision of a concern, by its field', () => {
    fc.assert(
      fc.property(anyFacts, anyChange, (facts, change) => {
        const chain = chainOf(facts)
        const last = chain.at(-1)
        const [field] = Object.keys(change)
        if (last === undefined || field === undefined) return
        const decision = { ...last.decision, ...change }
        const isSame = JSON.stringify(decision) === JSON.stringify(last.decision)
        const found = replay([...chain.slice(0, -1), { ...last, decision }])
        expect(found.map(({ number, fields }) => [number, fields])).toEqual(
          isSame ? [] : [[last.number, [field]]],
        )
      }),
      runs(1_500),
    )
  })
})
