import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { matchBands } from '../../../shared/codes/match-bands.ts'
import { whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { afterTimeout } from '../../../shared/sharing/timeout.ts'
import { decisionSpace } from './decision-space.ts'
import { oracle } from './oracle.ts'
import { type OracleLapse, oracleLapses } from './oracle-lapse.ts'

const lapsesOf = (facts: Facts): readonly OracleLapse[] => {
  const first = afterTimeout(decide(facts), facts)
  const second = first && afterTimeout(first.decision, facts)
  return [first ?? [], second ?? []].flat().map(({ decision, lead }) => {
    const { id: _, policyVersion: __, ...rest } = decision
    return { decision: rest, lead }
  })
}

describe('the policy and a second reading of the table', () => {
  it('agree on every part of every decision, and one row alone fits each combination', () => {
    const disagreements: unknown[] = []
    const rulesSeen = new Set<string>()
    let compared = 0
    for (const facts of decisionSpace()) {
      const { id, policyVersion, ...decision } = decide(facts)
      compared += 1
      rulesSeen.add(decision.rule)
      const expected = oracle(facts) // throws unless exactly one of its rows fits
      if (id !== facts.id || policyVersion === '' || !isDeepStrictEqual(decision, expected))
        disagreements.push({ facts, decision, expected })
    }
    expect(disagreements.slice(0, 3)).toEqual([])
    expect(compared).toBe(391_680)
    expect(rulesSeen.size).toBe(18)
  })

  it('agree on what each becomes when its day passes, and on what the lead has to do', () => {
    const disagreements: unknown[] = []
    let compared = 0
    for (const facts of decisionSpace()) {
      const became = lapsesOf(facts)
      const expected = oracleLapses(facts)
      compared += expected.length
      if (!isDeepStrictEqual(became, expected)) disagreements.push({ facts, became, expected })
    }
    expect(disagreements.slice(0, 3)).toEqual([])
    expect(compared).toBeGreaterThan(100_000)
  })
})

describe('the space of combinations', () => {
  it('holds every code that a decision may rest on', () => {
    const facts = [...decisionSpace()]
    const seen = {
      harm: new Set(facts.map(({ harm }) => harm)),
      consent: new Set(facts.map(({ consent }) => consent)),
      whyNotSought: new Set(facts.map(({ whyNotSought }) => whyNotSought)),
      match: new Set(facts.map(({ match }) => match)),
      flags: new Set(facts.flatMap(({ flags }) => flags)),
    }
    expect(seen).toEqual({
      harm: new Set(harmLevels),
      consent: new Set([...consentStatusNames, null]),
      whyNotSought: new Set([...whyNotSoughtReasons, null]),
      match: new Set(matchBands),
      flags: new Set(concernFlagNames),
    })
  })
})
