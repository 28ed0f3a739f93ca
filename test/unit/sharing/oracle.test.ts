import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { harmLevels } from '../../../shared/concerns/concern.ts'
import { consentStatuses, whyNotSoughtReasons } from '../../../shared/concerns/consent.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import { type Facts, matches } from '../../../shared/sharing/facts.ts'
import { someFacts } from './facts.ts'
import { oracle } from './oracle.ts'

const circumstances: readonly Partial<Facts>[] = [
  {},
  { purpose: 'welfare', flags: ['RESTRICTED_ADDRESS', 'ADOPTED', 'SENSITIVE_CHILD_SERVICE'] },
  { purpose: 'other' },
  { purpose: 'other', flags: ['DELUSION_INVOLVES_CHILD', 'STAFF_CONFLICT'] },
  { recognisedLegitimateInterestInForce: true },
  { flags: ['DA'] },
  { flags: ['MARAC', 'UNBORN'] },
  { factors: ['3A'] },
  { factors: ['3B', '4B'], flags: ['UNBORN'], accumulationFires: true },
  { factors: ['3C'], flags: ['UNBORN'] },
  { flags: ['UNBORN'] },
  { flags: ['DELUSION_INVOLVES_CHILD'] },
  { flags: ['SUICIDE_PLAN_INVOLVES_CHILD'], accumulationFires: true },
  { accumulationFires: true },
  { flags: ['STAFF_CONFLICT'] },
  { flags: ['STAFF_CONFLICT', 'SUICIDE_PLAN_INVOLVES_CHILD', 'DETRIMENT_CLAIMED'] },
  { flags: ['DETRIMENT_CLAIMED'] },
  { flags: ['DETRIMENT_CLAIMED', 'DELUSION_INVOLVES_CHILD'] },
  { flags: ['DETRIMENT_CLAIMED'], accumulationFires: true },
  { flags: ['PREVIOUS_REMOVAL'] },
  { threeInThree: true },
  { factors: ['16A'], childAgeMonths: 120 },
  { factors: ['16A'], childAgeMonths: 119 },
  { factors: ['4B'], childAgeMonths: 191 },
  { factors: ['4B'], childAgeMonths: 192 },
  { factors: ['18B'], childAgeMonths: 150, accumulationFires: true },
  { factors: ['4A', '4C', '21'], childAgeMonths: 150 },
  { factors: ['16A'], childAgeMonths: null },
]

/** Every combination of the lists, one value from each, spread over one object. */
function* spread(lists: readonly (readonly Partial<Facts>[])[]): Generator<Partial<Facts>> {
  const [first, ...others] = lists
  if (first === undefined) {
    yield {}
    return
  }
  for (const rest of spread(others)) for (const one of first) yield { ...rest, ...one }
}

const space: readonly (readonly Partial<Facts>[])[] = [
  circumstances,
  harmLevels.map((harm) => ({ harm })),
  [...consentStatuses, null].map((consent) => ({ consent })),
  [...whyNotSoughtReasons, null].map((whyNotSought) => ({ whyNotSought })),
  [{ body: 'DUTY' }, { body: 'OTHER' }],
  [{ dutyInForce: true }, { dutyInForce: false }],
  matches.map((match) => ({ match })),
]

describe('the policy and a second reading of the table', () => {
  it('agree on every part of every decision over the whole space', () => {
    const disagreements: unknown[] = []
    const rulesSeen = new Set<string>()
    let compared = 0
    for (const differing of spread(space)) {
      const facts = someFacts(differing)
      const { id, policyVersion, ...decision } = decide(facts)
      compared += 1
      rulesSeen.add(decision.rule)
      const expected = oracle(facts)
      if (id !== facts.id || policyVersion === '' || !isDeepStrictEqual(decision, expected))
        disagreements.push({ facts, decision, expected })
    }
    expect(disagreements.slice(0, 3)).toEqual([])
    expect(compared).toBeGreaterThanOrEqual(100_000)
    expect(rulesSeen.size).toBe(17)
  })
})
