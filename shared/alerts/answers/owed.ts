import { responseTimeOf } from '../../codes/response-times.ts'
import type { Alert } from '../alert.ts'

/** What an authority still owes on an alert. */
export type Owed =
  | 'acknowledgement'
  | 'outcome'
  | 'feedback'
  | 'strategy-discussion'
  | 'taking-over'

/** Section 47 was decided, at a level that asks for it, and no strategy discussion is recorded yet. */
const awaitsStrategyDiscussion = ({ harm, outcome }: Alert): boolean =>
  outcome?.code === 'SECTION_47' &&
  outcome.strategyDiscussionAt === undefined &&
  responseTimeOf(harm).strategyDiscussion !== undefined

/** What is owed next; undefined when nothing is. What is owed is open, listed and chased. */
export const owedOn = (alert: Alert): Owed | undefined => {
  if (alert.state === 'RAISED') return 'acknowledgement'
  if (alert.state === 'ACKNOWLEDGED' || alert.state === 'CHALLENGED') return 'outcome'
  if (alert.state === 'DECIDED') return 'feedback'
  if (awaitsStrategyDiscussion(alert)) return 'strategy-discussion'
  return alert.rerouted !== undefined && alert.rerouted.takenAt === undefined
    ? 'taking-over'
    : undefined
}

/** When somebody is next told that what is owed is overdue. */
export const chaseAt = ({ chaseAt: at, dueAt }: Alert): string => at ?? dueAt

/** When the clock must look at an alert again: what is owed is due, or somebody is to be reminded; undefined: never. */
export const waitsUntil = (alert: Alert): string | undefined =>
  [
    ...(owedOn(alert) === undefined ? [] : [chaseAt(alert)]),
    ...(alert.reminders ?? []).map(({ at }) => at),
  ].toSorted()[0]
