import { afterLapse, type Span } from '../../calendar/span.ts'
import { type ChallengeLevel, levelAbove } from '../../codes/challenge-levels.ts'
import { type Chased, isLadderUsedUp, toldAfter } from '../../codes/chase-steps.ts'
import { responseTimeOf } from '../../codes/response-times.ts'
import type { Alert, Reminder } from '../alert.ts'
import { challengeTime } from './challenge-alert.ts'
import { dueBy } from './due.ts'
import { chaseAt, owedOn } from './owed.ts'

/** An alert a version on, and who is told of it. */
export type Chase = { readonly alert: Alert } & (
  | { readonly kind: 'chased'; readonly tells: readonly Chased[] }
  | { readonly kind: 'passed-on'; readonly level: ChallengeLevel }
  | { readonly kind: 'reminded'; readonly reminder: Reminder['kind'] }
)

/**
 * What the clock does with an alert now. One that is overdue climbs the ladder a step, and when everybody has been told
 * the top is told again and again: a chase ends only with an answer. A challenge goes to the level above it first, so that
 * a silent level costs the referrer a day and no more. Undefined when nothing is due.
 */
export const chaseAlert = (alert: Alert, now: Date): Chase | undefined => {
  const isOverdue = owedOn(alert) !== undefined && Date.parse(chaseAt(alert)) <= now.getTime()
  if (!isOverdue) return remind(alert, now)
  return passOn(alert, now) ?? climb(alert, now)
}

const climb = (alert: Alert, now: Date): Chase => ({
  kind: 'chased',
  tells: toldAfter(alert.chases),
  alert: {
    ...alert,
    version: alert.version + 1,
    chases: alert.chases + 1,
    chaseAt: nextAfter(alert, periodAfter(alert), now).toISOString(),
  },
})

/** The period of the alert's level between the steps of the ladder; above them, how often the top is told. */
const periodAfter = ({ harm, chases }: Alert): Span => {
  const { acknowledge, repeat } = responseTimeOf(harm)
  return isLadderUsedUp(chases + 1) ? repeat : acknowledge
}

const nextAfter = (alert: Alert, span: Span, now: Date): Date =>
  afterLapse(new Date(chaseAt(alert)), span, now)

const passOn = (alert: Alert, now: Date): Chase | undefined => {
  const { state, challenges = [] } = alert
  const current = challenges.at(-1)
  const level = levelAbove(current?.level)
  if (state !== 'CHALLENGED' || current === undefined || level === undefined) return undefined
  const passed = [...challenges.slice(0, -1), { ...current, level }]
  const next = dueBy(alert, nextAfter(alert, challengeTime, now), now)
  const version = alert.version + 1
  return { kind: 'passed-on', level, alert: { ...next, version, challenges: passed } }
}

/** Each reminder is given once: the first that is due goes out of the list. */
const remind = (alert: Alert, now: Date): Chase | undefined => {
  const { reminders = [] } = alert
  const due = reminders.find(({ at }) => Date.parse(at) <= now.getTime())
  if (due === undefined) return undefined
  const left = reminders.filter((reminder) => reminder !== due)
  const next = { ...alert, version: alert.version + 1, reminders: left }
  return { kind: 'reminded', reminder: due.kind, alert: next }
}
