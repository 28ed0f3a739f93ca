import { describe, expect, it } from 'vitest'
import { afterTimeout } from '../../../shared/sharing/conclude.ts'
import { decide, decideUnder } from '../../../shared/sharing/decide.ts'
import { latestPolicy, policyOf, policyOn } from '../../../shared/sharing/policies.ts'
import type { Policy } from '../../../shared/sharing/policy.ts'
import { type DecidingRule, review } from '../../../shared/sharing/rule.ts'
import { ruleOf } from '../../../shared/sharing/rule-of.ts'
import { childInNeedRefusedUnderDuty } from '../../../shared/sharing/rules/child-in-need-refused.ts'
import { someFacts } from './facts.ts'

/** Invented: a refusal under the duty waits for two days, and is then held and told to the partnership lead. */
const laterRefused: DecidingRule = {
  ...childInNeedRefusedUnderDuty,
  cells: [review(2, 'HOLD')],
  tellsPartnershipLead: true,
}

const first: Policy = { ...latestPolicy, until: '2027-03-31' }
const second: Policy = {
  version: '2027-04-01.1',
  from: '2027-04-01',
  until: null,
  rules: first.rules.map((rule) => (rule === childInNeedRefusedUnderDuty ? laterRefused : rule)),
}
const both = [first, second] as const
const refused = someFacts({ consent: 'REFUSED' })

describe('a second version of the policy', () => {
  it.each([
    ['2026-11-26', first],
    ['2027-03-31', first],
    ['2027-04-01', second],
    ['2031-01-01', second],
  ])('decides from its first day: %s', (day, policy) => {
    expect(policyOn(day, both)).toBe(policy)
  })

  it('decides otherwise only where it was changed, and says which version decided', () => {
    expect(decideUnder(second, refused)).toMatchObject({
      rule: 'R12',
      dueInWorkingDays: 2,
      onTimeout: 'HOLD',
      policyVersion: second.version,
    })
    expect(decideUnder(first, refused)).toEqual(decide(refused))
    const agreed = someFacts()
    expect(decideUnder(second, agreed)).toEqual({
      ...decide(agreed),
      policyVersion: second.version,
    })
  })

  it.each(['2027-03-31', '2027-04-01'])(
    'of a decision of %s is found again by its version',
    (day) => {
      const decision = decideUnder(policyOn(day, both), refused)
      const policy = policyOf(decision.policyVersion, both)
      expect(policy && decideUnder(policy, refused)).toEqual(decision)
    },
  )

  it('concludes by the policy that decided, whatever is in force now', () => {
    const lapseOf = (policy: Policy) => afterTimeout(decideUnder(policy, refused), refused, both)
    expect(lapseOf(first)).toMatchObject({
      tellsPartnershipLead: false,
      decision: { decision: 'SHARE_MINIMAL', policyVersion: first.version },
    })
    expect(lapseOf(second)).toMatchObject({
      tellsPartnershipLead: true,
      decision: { decision: 'HOLD', policyVersion: second.version },
    })
  })

  it('has its own rule of the same name', () => {
    const decided = { rule: 'R12', policyVersion: second.version } as const
    expect(ruleOf(decided, both)).toBe(laterRefused)
    expect(ruleOf({ ...decided, policyVersion: first.version }, both)).toBe(
      childInNeedRefusedUnderDuty,
    )
  })

  it('is none of the product’s before it is published', () => {
    expect(policyOf(second.version)).toBeUndefined()
    expect(() => afterTimeout(decideUnder(second, refused), refused)).toThrow(
      `there is no policy ${second.version}`,
    )
  })
})
