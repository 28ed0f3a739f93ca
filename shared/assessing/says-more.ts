import { londonDay } from '../calendar/london-day.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { decideUnder } from '../sharing/decide.ts'
import { policyOn } from '../sharing/policies.ts'
import type { Assessment } from './assessment.ts'
import { consentFactsOf, lawOn } from './facts-of.ts'

/**
 * Whether the household as it now is says more than the household as it was. Both are put to the same rules on the same
 * day, so that a person's or the clock's decision to hold stands until there is something new. Never for less harm.
 */
export const saysMore = (
  stored: StoredConcern,
  previous: Assessment,
  { facts, decision, matched, assessedAt }: Assessment,
): boolean => {
  if (!isAtLeast(decision.harmAfter, previous.decision.harmAfter)) return false
  const today = londonDay(new Date(assessedAt))
  const asItWas = decideUnder(policyOn(today), {
    ...previous.facts,
    ...consentFactsOf(stored, today),
    ...lawOn(today),
    agreementInForce: facts.agreementInForce,
  })
  const joins = matched.some(
    ({ childId }) => !previous.matched.some((before) => before.childId === childId),
  )
  return (
    joins ||
    decision.rule !== asItWas.rule ||
    decision.decision !== asItWas.decision ||
    decision.harmAfter !== asItWas.harmAfter
  )
}
