// What it means that one decision is weaker than another, said once, as a practitioner would say it.
import { harmLevels } from '../../../shared/codes/harm-levels.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import type { Decision } from '../../../shared/sharing/decision.ts'
import type { Facts } from '../../../shared/sharing/facts.ts'
import { afterTimeout } from '../../../shared/sharing/timeout.ts'

/** What a child may hope for: nothing, a person's eyes, the least that lets somebody act, all that is needed. */
export const strength = { HOLD: 0, HUMAN_REVIEW: 1, SHARE_MINIMAL: 2, SHARE: 3 } as const

/** What is reached if nobody ever answers. A review that does not close by itself ends as a review. */
export const inTheEnd = (facts: Facts): Decision => {
  let decision = decide(facts)
  for (let lapses = 0; lapses < 3; lapses += 1)
    decision = afterTimeout(decision, facts)?.decision ?? decision
  return decision
}

/** Working days until something happens: what is shared goes at once, what has no clock never moves. */
const wait = ({ decision, dueInWorkingDays }: Decision): number =>
  decision.startsWith('SHARE') ? 0 : (dueInWorkingDays ?? Number.POSITIVE_INFINITY)

type Outcome = { readonly now: Decision; readonly end: Decision }

const outcomeOf = (facts: Facts): Outcome => ({ now: decide(facts), end: inTheEnd(facts) })

const ways: Readonly<Record<string, (before: Outcome, after: Outcome) => boolean>> = {
  'less is done now': (before, after) =>
    strength[after.now.decision] < strength[before.now.decision],
  'the same is done later': (before, after) =>
    after.now.decision === before.now.decision && wait(after.now) > wait(before.now),
  'an alert without identity no longer goes out now': (before, after) =>
    before.now.unmatchedAlert && !after.now.unmatchedAlert,
  'less is reached if nobody answers': (before, after) =>
    strength[after.end.decision] < strength[before.end.decision],
  'the harm is read as less': (before, after) =>
    harmLevels.indexOf(after.now.harmAfter) < harmLevels.indexOf(before.now.harmAfter),
}

/** In which ways the decision on `after` is weaker than the one on `before`; none, if it is not. */
export const weakerWays = (before: Facts, after: Facts): readonly string[] => {
  const [one, other] = [outcomeOf(before), outcomeOf(after)]
  return Object.keys(ways).filter((way) => ways[way]?.(one, other))
}
