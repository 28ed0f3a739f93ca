import { outcomeRow } from '../../codes/outcomes.ts'
import { responseTimeOf } from '../../codes/response-times.ts'
import type { Alert } from '../alert.ts'
import { acknowledgementDue, clockedOf, decisionDue, discussionDue, dueBy } from './due.ts'

/** What an authority still owes on an alert. */
export type Owed =
  | 'acknowledgement'
  | 'outcome'
  | 'feedback'
  | 'strategy-discussion'
  | 'taking-over'

/** Whether the referrer is owed an answer. */
export const owesReferrer = (alert: Alert): boolean => {
  const owed = owedOn(alert)
  return owed === 'acknowledgement' || owed === 'outcome' || owed === 'feedback'
}

/** Section 47 was decided, at a level that asks for it, and no strategy discussion is recorded yet. */
const awaitsStrategyDiscussion = ({ harm, outcome }: Alert): boolean =>
  outcome?.code === 'SECTION_47' &&
  outcome.strategyDiscussionAt === undefined &&
  responseTimeOf(harm).strategyDiscussion !== undefined

/** It was passed on, and nobody there has it yet. */
const awaitsTakingOver = ({ outcome, rerouted }: Alert): boolean =>
  outcome !== undefined &&
  outcomeRow(outcome.code).reroutes === true &&
  rerouted?.takenAt === undefined

/** What is owed next; undefined when nothing is. What is owed is open, listed and chased. */
export const owedOn = (alert: Alert): Owed | undefined => {
  if (alert.moved !== undefined) return undefined
  if (alert.state === 'RAISED') return 'acknowledgement'
  if (alert.state === 'ACKNOWLEDGED' || alert.state === 'CHALLENGED') return 'outcome'
  if (alert.state === 'DECIDED') return 'feedback'
  if (awaitsStrategyDiscussion(alert)) return 'strategy-discussion'
  return awaitsTakingOver(alert) ? 'taking-over' : undefined
}

type Owing = Pick<Alert, 'harm' | 'raisedAt' | 'agreed' | 'rerouted'>

/** By when it is due. Taking over is for the other authority to do, with which something else may have been agreed: there the policy's time holds. */
const dueOf = (alert: Owing, owed: Owed): Date => {
  const { harm, rerouted } = alert
  if (owed === 'taking-over' && rerouted !== undefined)
    return acknowledgementDue({ harm, raisedAt: new Date(rerouted.at) })
  if (owed === 'acknowledgement') return acknowledgementDue(clockedOf(alert))
  return owed === 'strategy-discussion'
    ? discussionDue(clockedOf(alert))
    : decisionDue(clockedOf(alert))
}

/** Whether the time by which an alert is due was agreed with its authority, and is not the policy's. */
export const isDueAsAgreed = (alert: Alert): boolean => {
  const owed = owedOn(alert)
  if (owed === undefined || alert.agreed === undefined) return false
  const { agreed: _own, ...asAsked } = alert
  const due = dueOf(alert, owed)
  return due.toISOString() === alert.dueAt && due < dueOf(asAsked, owed)
}

/** The alert once the referrer has been told: with the clock of what is still owed, or with none running. */
export const dueForOwed = (alert: Alert, now: Date): Alert => {
  const owed = owedOn(alert)
  if (owed !== undefined) return dueBy(alert, dueOf(alert, owed), now)
  const { chaseAt: _before, ...rest } = alert
  return { ...rest, chases: 0 }
}

/** When somebody is next told that what is owed is overdue. */
export const chaseAt = ({ chaseAt: at, dueAt }: Alert): string => at ?? dueAt

/** When the clock must look at an alert again: what is owed is due, or somebody is to be reminded; undefined: never. */
export const waitsUntil = (alert: Alert): string | undefined =>
  [
    ...(owedOn(alert) === undefined ? [] : [chaseAt(alert)]),
    ...(alert.reminders ?? []).map(({ at }) => at),
  ].toSorted()[0]
