import { after } from '../../calendar/span.ts'
import { dueAfter } from '../../calendar/working-days.ts'
import type { HarmLevel } from '../../codes/harm-levels.ts'
import { responseTimeOf } from '../../codes/response-times.ts'

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

/** The same for an alert that moves now: one more period of its level where that moment has passed. */
export const decisionDueNow = (
  { harm, raisedAt }: { readonly harm: HarmLevel; readonly raisedAt: string },
  now: Date,
): string => {
  const due = decisionDue(harm, new Date(raisedAt))
  return (due > now ? due : after(now, responseTimeOf(harm).acknowledge)).toISOString()
}
