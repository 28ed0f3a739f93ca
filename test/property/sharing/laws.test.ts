import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../shared/sharing/decide.ts'
import type { OracleFacts } from '../../quality/sharing/oracle-facts.ts'
import { seededFacts } from '../../quality/sharing/seeded-facts.ts'
import { anyFacts, runs } from './facts.ts'
import { breachesOf, laws } from './laws.ts'
import type { Decided } from './weaker.ts'

const someFacts = [...seededFacts(3_000)]

/** Of each law, a policy that breaks it. */
const broken = {
  'more harm never weakens': (facts) =>
    decide({ ...facts, harm: facts.harm === 'H3' ? 'H1' : facts.harm }),
  'a flag never weakens, but the claim of detriment': (facts) =>
    decide({ ...facts, harm: facts.flags.includes('MARAC') ? 'H0' : facts.harm }),
  'a combination, three in three months, a removal, a watch or high risk never weakens': (facts) =>
    decide({ ...facts, harm: facts.highRisk ? 'H0' : facts.harm }),
  'a graver open status never weakens': (facts) =>
    decide({ ...facts, openStatus: facts.openStatus === 'PROTECTION_PLAN' ? null : 'IN_NEED' }),
  'a duty in force never weakens': (facts) => decide({ ...facts, dutyInForce: !facts.dutyInForce }),
  'the match decides whose records stand in the alert, never whether one is sent': (facts) =>
    decide({ ...facts, harm: facts.match === 'NONE' ? 'H0' : facts.harm }),
  'whether the sender’s lead is asked, and who is kept out, follows from what was sent': (facts) =>
    decide({ ...facts, consent: facts.openStatus === 'PROTECTION_PLAN' ? 'GIVEN' : facts.consent }),
  'the level of harm follows from what was sent': (facts) =>
    decide({ ...facts, harm: facts.combination ? 'H3' : facts.harm }),
  'consent withdrawn never widens': (facts) =>
    decide({ ...facts, consent: facts.consent === 'WITHDRAWN' ? 'GIVEN' : facts.consent }),
  'protection never tells more': (facts) =>
    decide({ ...facts, protectedHousehold: !facts.protectedHousehold }),
  'no child in need told of by a body under the duty ends in silence, but a concern returned': (
    facts,
  ) => decide({ ...facts, body: 'OTHER' }),
  'a review has somebody who is asked, a day and an end; nothing else waits': (facts) => ({
    ...decide(facts),
    asked: null,
  }),
  'what tells nobody yet tells no parent': (facts) => ({ ...decide(facts), tellParent: 'yes' }),
} as const satisfies Record<keyof typeof laws, (facts: OracleFacts) => Decided>

describe('a law of the page', () => {
  it.each(Object.entries(laws))('is kept by the policy: %s', (_name, law) => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(breachesOf(law, facts, decide)).toEqual([])
      }),
      runs,
    )
  })

  it.each(Object.entries(laws))('is seen to be broken: %s', (name, law) => {
    const [wrong] = Object.entries(broken).filter(([one]) => one === name)
    const isBroken = someFacts.some(
      (facts) => breachesOf(law, facts, wrong?.[1] ?? decide).length > 0,
    )
    expect(isBroken).toBe(true)
  })
})
