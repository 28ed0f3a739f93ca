import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { concernFlagNames } from '../../../shared/codes/concern-flags.ts'
import { consentStatusNames } from '../../../shared/codes/consent-statuses.ts'
import { factorCodes } from '../../../shared/codes/factors.ts'
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { matchBands } from '../../../shared/codes/match-bands.ts'
import { openStatusNames } from '../../../shared/codes/open-statuses.ts'
import { subjectRoles } from '../../../shared/codes/subject-roles.ts'
import { whyNotSoughtReasons } from '../../../shared/codes/why-not-sought.ts'
import { afterTimeout } from '../../../shared/sharing/conclude.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import { isNightly } from '../../builders/runs.ts'
import { breachesOf, laws } from '../../property/sharing/laws.ts'
import { decisionSpace } from './decision-space.ts'
import { oracleLapseOf, oracleOf } from './oracle.ts'

/** Each law is tried on one combination of so many, with all that it changes in it: some change hundreds of things. */
const every = isNightly ? 7 : 29

/** The first few where the two differ, and how many facts were read. */
const compare = (
  read: (facts: Parameters<typeof decide>[0]) => readonly [unknown, unknown],
): { readonly disagreements: readonly unknown[]; readonly compared: number } => {
  const disagreements: unknown[] = []
  let compared = 0
  for (const facts of decisionSpace()) {
    const [table, oracle] = read(facts)
    compared += 1
    if (!isDeepStrictEqual(table, oracle)) disagreements.push({ facts, table, oracle })
  }
  return { disagreements: disagreements.slice(0, 3), compared }
}

describe('the policy and a second reading of the page', () => {
  it('agree on every part of every decision, and one row alone fits each combination', () => {
    const rulesSeen = new Set<string>()
    const { disagreements, compared } = compare((facts) => {
      const { policyVersion: _, ...decision } = decide(facts)
      rulesSeen.add(decision.rule)
      return [decision, oracleOf(facts)] // throws unless exactly one of its rows fits
    })
    expect(disagreements).toEqual([])
    expect(compared).toBe(226_560)
    expect([...rulesSeen].toSorted()).toEqual(
      'R1 R10 R11 R12 R13 R14 R14b R15 R16 R17 R19 R3 R6 R7 R9'.split(' '),
    )
  })

  it('agree on what each becomes when its day passes, and on whether the partnership lead is told', () => {
    const { disagreements } = compare((facts) => {
      const lapse = afterTimeout(decide(facts), facts)
      if (lapse === undefined) return [undefined, oracleLapseOf(facts)]
      const { policyVersion: _, ...decision } = lapse.decision
      return [{ ...lapse, decision }, oracleLapseOf(facts)]
    })
    expect(disagreements).toEqual([])
  })
})

describe.each([
  ['policy', decide],
  ['second reading', oracleOf],
] as const)('the laws of the page hold of the %s', (_name, deciding) => {
  it.each(Object.entries(laws))('%s', (_law, law) => {
    const breaches: unknown[] = []
    let read = 0
    for (const facts of decisionSpace()) {
      read += 1
      if (read % every === 0) breaches.push(...breachesOf(law, facts, deciding))
    }
    expect(breaches.slice(0, 3)).toEqual([])
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
      openStatus: new Set(facts.map(({ openStatus }) => openStatus)),
      subjectRole: new Set(facts.map(({ subjectRole }) => subjectRole)),
      flags: new Set(facts.flatMap(({ flags }) => flags)),
      factors: new Set(facts.flatMap(({ factors }) => factors)),
    }
    expect(seen).toEqual({
      harm: new Set(harmLevels),
      consent: new Set([...consentStatusNames, null]),
      whyNotSought: new Set([...whyNotSoughtReasons, null]),
      match: new Set(matchBands),
      openStatus: new Set([...openStatusNames, null]),
      subjectRole: new Set([...subjectRoles, null]),
      flags: new Set(concernFlagNames),
      factors: new Set(factorCodes),
    })
  })
})
