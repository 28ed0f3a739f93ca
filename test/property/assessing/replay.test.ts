import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Decided, replay } from '../../../shared/assessing/replay.ts'
import { conclusions } from '../../../shared/codes/conclusions.ts'
import { conclude } from '../../../shared/sharing/conclude.ts'
import { decideUnder } from '../../../shared/sharing/decide.ts'
import { type Decision, ruleIds, tellings } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { policyOn } from '../../../shared/sharing/policies.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { runs } from '../../builders/runs.ts'
import { anyFacts } from '../sharing/facts.ts'

const concernId = aConcernId()
const policy = policyOn('2026-11-26')

/** What the table says, and then, where it asks a person, what was concluded. */
const chainOf = (differing: Facts, answer: (typeof conclusions)[number]): readonly Decided[] => {
  const facts = { ...differing, id: concernId }
  const decision = decideUnder(policy, facts)
  const first = anAssessment(facts, { decision })
  if (decision.asked === null) return [first]
  const concluded = conclude(decision, facts, answer)
  return [first, anAssessment(facts, { number: 2, concluded: answer, decision: concluded })]
}

const changes: { readonly [Field in keyof Decision]?: fc.Arbitrary<Decision[Field]> } = {
  rule: fc.constantFrom(...ruleIds),
  decision: fc.constantFrom('HOLD', 'HUMAN_REVIEW', 'SHARE_MINIMAL', 'SHARE'),
  harmAfter: fc.constantFrom('H0', 'H1', 'H2', 'H3', 'H4'),
  raisedBy: fc.subarray(['R4', 'R5b']),
  tellParent: fc.constantFrom(...tellings),
  asked: fc.constantFrom(null, 'sender-lead', 'partnership-lead'),
  asksSenderLead: fc.boolean(),
  dueInWorkingDays: fc.constantFrom(null, 0, 1, 2, 5),
  onTimeout: fc.constantFrom(null, ...conclusions),
  identityReview: fc.boolean(),
  leadsOnly: fc.boolean(),
  policyVersion: fc.constantFrom('1999-01-01.1', '2026-11-22.1'),
}
const anyChange: fc.Arbitrary<Partial<Decision>> = fc.oneof(
  ...Object.entries(changes).map(([field, value]) => fc.record({ [field]: value })),
)

describe('a replay', () => {
  it('agrees with whatever was decided, and with all that was concluded of it', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...conclusions), (facts, answer) => {
        expect(replay(chainOf(facts, answer))).toEqual([])
      }),
      runs(1_500),
    )
  })

  it('finds any change to the last decision of a concern, by its field', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...conclusions), anyChange, (facts, answer, change) => {
        const chain = chainOf(facts, answer)
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
