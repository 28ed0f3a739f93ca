import { keysOf } from '../kernel/keys-of.ts'
import { type OutcomeCode, outcomes } from './outcomes.ts'

/** Which child protection conference is held. */
export const conferences = {
  INITIAL: 'An initial child protection conference is held',
  REVIEW: 'The review child protection conference is brought forward or held',
  PRE_BIRTH: 'A child protection conference is held before the birth',
} as const

/** What the allocated worker does with what was told. */
export const whatFollows = {
  VISIT: 'they will see the family',
  PLAN_REVIEWED: 'the plan will be reviewed',
  STRATEGY_DISCUSSION: 'a strategy discussion will be held',
  COURT_TOLD: 'the court will be told',
  PLAN_UNCHANGED: 'it is known to them, and the plan goes on unchanged',
} as const

/** Why nothing further is done: one of these, and the reason in words. */
export const noFurtherActionReasons = {
  BELOW_THRESHOLD: 'What was told does not show that a child is in need',
  ALREADY_ADDRESSED: 'What was told has been dealt with',
  NO_CHILD_CONCERNED: 'No child lives with or depends on the adult',
  DISPROVED: 'What was told was found not to be so',
  TOLD_BEFORE: 'The same was told before and is answered there',
} as const

export const conferenceKinds = keysOf(conferences)
export const whatFollowsCodes = keysOf(whatFollows)
export const noFurtherActionReasonCodes = keysOf(noFurtherActionReasons)

/** An outcome in the words that the referrer reads, with what was said beside the code. */
export const outcomeWords = (outcome: {
  readonly code: OutcomeCode
  readonly conference?: keyof typeof conferences | undefined
  readonly whatFollows?: keyof typeof whatFollows | undefined
}): string => {
  const { label } = outcomes[outcome.code]
  if (outcome.conference !== undefined) return conferences[outcome.conference]
  return outcome.whatFollows === undefined ? label : `${label}: ${whatFollows[outcome.whatFollows]}`
}
