import { areTwoPeople, type Person } from '../../agencies/same-person.ts'
import { turnsAway } from '../../codes/outcomes.ts'
import type { AlertId } from '../../kernel/ids.ts'
import { present } from '../../kernel/present.ts'
import type { Alert } from '../alert.ts'
import { dueForDecision } from './due.ts'
import { givenBy } from './given-by.ts'
import { remindersAfter } from './later-reminders.ts'
import type { Outcome } from './outcome-schema.ts'
import { dueForOwed } from './owed.ts'
import type { PriorAlerts } from './prior-alerts.ts'

/** What a social worker decided, what belongs to it, and which earlier alerts they have read. */
export type OutcomeGiven = Pick<Outcome, 'code'> & {
  readonly [Field in
    | 'reason'
    | 'conference'
    | 'whatFollows'
    | 'otherAuthority'
    | 'noFurtherActionReason'
    | 'strategyDiscussionAt']?: Outcome[Field]
} & { readonly priorItemsRead: readonly AlertId[] }

type By = { readonly person: Person; readonly now: Date; readonly prior: PriorAlerts }

/** Turned away by one person, not yet told to the referrer, and now in need of a second: it may be given again. */
export const awaitsSecondPerson = (
  { state, outcome }: Alert,
  { secondPerson }: Pick<PriorAlerts, 'secondPerson'>,
): boolean =>
  state === 'DECIDED' &&
  secondPerson !== undefined &&
  outcome !== undefined &&
  turnsAway(outcome.code) &&
  outcome.confirmation === undefined

/** What an outcome is to an alert that has one already. */
type Revision = 'first' | 'new-decision' | 'discussion-recorded' | 'confirmation' | 'the-same'

export const revisionOf = (alert: Alert, given: OutcomeGiven, prior: PriorAlerts): Revision => {
  const { outcome, outcomeProposed } = alert
  if (outcome === undefined) return 'first'
  if (given.code !== outcome.code) return 'new-decision'
  if (awaitsSecondPerson(alert, prior) || outcomeProposed?.code === given.code)
    return 'confirmation'
  const isHeldNow = given.strategyDiscussionAt !== undefined
  return isHeldNow && outcome.strategyDiscussionAt === undefined
    ? 'discussion-recorded'
    : 'the-same'
}

/** `decided`: the outcome that this makes stand, where it makes one stand. */
type Recorded = { readonly alert: Alert; readonly decided?: Outcome }

/**
 * The alert with its outcome; or with a proposal, where turning away needs two people (F14): what stood before stands
 * until somebody else gives the same. An outcome that is revised is kept, with the feedback that told of it, beside the
 * new one, which the referrer is told in turn.
 */
export const recordOutcome = (alert: Alert, given: OutcomeGiven, by: By): Recorded => {
  if (revisionOf(alert, given, by.prior) === 'discussion-recorded')
    return { alert: dueForOwed(withDiscussion(alert, given, by.now), by.now) }
  const outcome = outcomeOf(given, by)
  if (!turnsAway(given.code) || by.prior.secondPerson === undefined)
    return decide(alert, outcome, by.now)
  const first = alert.outcomeProposed ?? alert.outcome
  if (first === undefined || !isSecondTo(first, outcome))
    return { alert: { ...alert, outcomeProposed: outcome } }
  const { by: system, practitioner, isVouchedFor, at, reason } = outcome
  const confirmation = { by: system, at, ...present({ practitioner, isVouchedFor, reason }) }
  return decide(alert, { ...first, confirmation }, by.now)
}

const outcomeOf = ({ priorItemsRead: _read, code, ...details }: OutcomeGiven, by: By): Outcome => ({
  ...givenBy(by),
  code,
  ...present(details),
})

const isSecondTo = (first: Outcome, second: Outcome): boolean =>
  first.code === second.code &&
  first.otherAuthority === second.otherAuthority &&
  areTwoPeople(first, second)

const decide = (alert: Alert, outcome: Outcome, now: Date): Recorded => {
  const { outcomeProposed: _proposed, outcome: before, feedback, ...rest } = alert
  const isRevised = before !== undefined && before.code !== outcome.code
  const told = isRevised ? [{ outcome: before, ...present({ feedback }) }] : []
  const revised = [...(alert.revised ?? []), ...told]
  const decided: Alert = {
    ...dueForDecision(rest, now),
    state: 'DECIDED',
    outcome,
    ...(revised.length > 0 && { revised }),
  }
  return { alert: withReminders(decided, outcome, now), decided: outcome }
}

const withReminders = (alert: Alert, outcome: Outcome, now: Date): Alert => {
  const { reminders: _before, ...rest } = alert
  const reminders = remindersAfter(alert, outcome, now)
  return { ...rest, ...(reminders.length > 0 && { reminders }) }
}

/** The same outcome, of which is now known when the strategy discussion was held: nothing is owed for that any more. */
const withDiscussion = (alert: Alert, { strategyDiscussionAt }: OutcomeGiven, now: Date): Alert => {
  if (alert.outcome === undefined) return alert
  const outcome = { ...alert.outcome, ...present({ strategyDiscussionAt }) }
  return withReminders({ ...alert, outcome }, outcome, now)
}
