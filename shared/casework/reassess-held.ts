import { assessMatch, joinedBy, type Plan, type Step } from '../assessing/assess.ts'
import type { Assessment } from '../assessing/assessment.ts'
import { commitOf } from '../assessing/commit-plan.ts'
import { consentFactsOf, lawOn } from '../assessing/facts-of.ts'
import type { GatherAdults } from '../assessing/gathered.ts'
import { londonDay } from '../calendar/london-day.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import { partiesOf, type StoredConcern } from '../concerns/stored-concern.ts'
import type { ConcernId } from '../kernel/ids.ts'
import { decideUnder } from '../sharing/decide.ts'
import { policyOn } from '../sharing/policies.ts'
import type { AssessConcernDeps } from './assess-concern.ts'

export type ReassessHeldDeps = Pick<
  AssessConcernDeps,
  'read' | 'recall' | 'commit' | 'recorder' | 'newId' | 'now'
> & {
  readonly gatherAdults: GatherAdults
  readonly latestAssessment: (concernId: ConcernId) => Promise<Assessment | undefined>
}

const attempts = 5

/** Whoever the subject was found to be is not searched for again: only what is around them is read anew. */
const planAgain = async (
  stored: StoredConcern,
  { match }: Assessment,
  { step, deps }: { readonly step: Step; readonly deps: ReassessHeldDeps },
): Promise<Plan> => {
  const known = await deps.gatherAdults(match.confirmed, partiesOf(stored))
  const past = await deps.recall(stored, joinedBy(match, known))
  return assessMatch(stored, { match, known, past }, step)
}

/**
 * Whether the household as it now is says more than the household as it was. Both are put to the same rules on the same
 * day, so that a person's or the clock's decision to hold stands until there is something new. Never for less harm.
 */
const saysMore = (
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

/**
 * Decides a held concern again on the household as it now is. What is in review, alerted or answered is left alone.
 * @throws Error when the concern would not hold still
 */
export const reassessHeld = async (
  concernId: ConcernId,
  deps: ReassessHeldDeps,
): Promise<'reassessed' | 'left'> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const [stored, previous] = await Promise.all([
      deps.read(concernId),
      deps.latestAssessment(concernId),
    ])
    if (stored?.state !== 'HELD' || previous === undefined) return 'left'
    const now = deps.now()
    const step: Step = {
      number: previous.number + 1,
      cause: 'household-changed',
      now,
      newId: deps.newId,
    }
    const plan = await planAgain(stored, previous, { step, deps })
    if (!saysMore(stored, previous, plan.assessment)) return 'left'
    const context = { now, newId: deps.newId, record: deps.recorder(now) }
    if ((await deps.commit(commitOf(stored, plan, context))) === 'committed') return 'reassessed'
  }
  throw new Error(`concern ${concernId} changed ${attempts} times while it was decided again`)
}
