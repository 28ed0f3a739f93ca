import { after } from '../../calendar/span.ts'
import { dueAfter } from '../../calendar/working-days.ts'
import type { HarmLevel } from '../../codes/harm-levels.ts'
import { responseTimeOf } from '../../codes/response-times.ts'
import type { Alert } from '../alert.ts'

const later = (one: Date, other: Date): Date => (one > other ? one : other)

/** By when somebody acknowledges an alert raised at this moment. */
export const acknowledgementDue = (harm: HarmLevel, raisedAt: Date): Date =>
  after(raisedAt, responseTimeOf(harm).acknowledge)

/**
 * By when an authority has decided and told the referrer: counted from when it was told, as Working Together does, so
 * that a late acknowledgement costs the child no time; but never before the end of the day on which that is due.
 */
export const decisionDue = (harm: HarmLevel, raisedAt: Date): Date =>
  later(
    dueAfter(raisedAt, responseTimeOf(harm).decide.workingDays),
    dueAfter(acknowledgementDue(harm, raisedAt), 0),
  )

/**
 * The alert with the clock of its next step begun: what is due by then is chased from then on; or, where that moment has
 * passed already, from one period of its level after now.
 */
export const dueBy = (alert: Alert, due: Date, now: Date): Alert => {
  const { chaseAt: _before, ...rest } = alert
  const period = responseTimeOf(alert.harm).acknowledge
  return {
    ...rest,
    chases: 0,
    dueAt: due.toISOString(),
    ...(due <= now && { chaseAt: after(now, period).toISOString() }),
  }
}

/** The same for the outcome and for telling the referrer of it. */
export const dueForDecision = (alert: Alert, now: Date): Alert =>
  dueBy(alert, decisionDue(alert.harm, new Date(alert.raisedAt)), now)
