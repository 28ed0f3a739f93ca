import { type AgreedTimes, agreedFor } from '../../agencies/pace.ts'
import { after, type Span } from '../../calendar/span.ts'
import { dueAfter } from '../../calendar/working-days.ts'
import type { HarmLevel } from '../../codes/harm-levels.ts'
import { responseTimeOf } from '../../codes/response-times.ts'
import { present } from '../../kernel/present.ts'
import type { Alert } from '../alert.ts'

const later = (one: Date, other: Date): Date => (one > other ? one : other)
const sooner = (one: Date, other: Date): Date => (one < other ? one : other)

/** What an alert's clock goes by: its level, when it was raised, and what was agreed with its authority on that day. */
export type Clocked = {
  readonly harm: HarmLevel
  readonly raisedAt: Date
  readonly agreed?: AgreedTimes | undefined
}

/** By when somebody acknowledges an alert. What was agreed only ever shortens what the policy has. */
export const acknowledgementDue = ({ harm, raisedAt, agreed }: Clocked): Date => {
  const asked = after(raisedAt, responseTimeOf(harm).acknowledge)
  const own = agreedFor(harm, 'acknowledge', agreed)
  return own === undefined ? asked : sooner(asked, after(raisedAt, own))
}

/**
 * Counted from when the authority was told, as Working Together does, so that a late acknowledgement costs the child no
 * time; but never before the end of the day on which that is due.
 */
const decidedBy = (clocked: Clocked, within: Span): Date =>
  later(after(clocked.raisedAt, within), dueAfter(acknowledgementDue(clocked), 0))

const dueIn = (step: 'decide' | 'strategyDiscussion', asked: Span, clocked: Clocked): Date => {
  const { harm, raisedAt, agreed } = clocked
  const byPolicy = decidedBy({ harm, raisedAt }, asked)
  const own = agreedFor(harm, step, agreed)
  return own === undefined ? byPolicy : sooner(byPolicy, decidedBy(clocked, own))
}

/** By when an authority has decided and told the referrer. */
export const decisionDue = (clocked: Clocked): Date =>
  dueIn('decide', responseTimeOf(clocked.harm).decide, clocked)

/** By when the strategy discussion is recorded, at a level that asks for one; at any other with the decision. */
export const discussionDue = (clocked: Clocked): Date => {
  const { decide, strategyDiscussion = decide } = responseTimeOf(clocked.harm)
  return dueIn('strategyDiscussion', strategyDiscussion, clocked)
}

/** An alert as its clock sees it. */
export const clockedOf = ({ harm, raisedAt, agreed }: Pick<Alert, keyof Clocked>): Clocked => ({
  harm,
  raisedAt: new Date(raisedAt),
  agreed,
})

/** The clock of an alert that begins now. */
export const newClock = (
  harm: HarmLevel,
  now: Date,
  agreed: AgreedTimes | undefined,
): Pick<Alert, 'raisedAt' | 'dueAt' | 'chases' | 'agreed'> => ({
  raisedAt: now.toISOString(),
  dueAt: acknowledgementDue({ harm, raisedAt: now, agreed }).toISOString(),
  chases: 0,
  ...present({ agreed }),
})

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
  dueBy(alert, decisionDue(clockedOf(alert)), now)
