import { londonDay } from '../calendar/london-day.ts'
import { type HarmLevel, isAtLeast } from '../codes/harm-levels.ts'
import { type Urgency, urgencyOf } from '../codes/response-times.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { decideUnder } from '../sharing/decide.ts'
import { nothingKnown } from '../sharing/facts.ts'
import { policyOn } from '../sharing/policies.ts'
import { sentFactsOf } from './facts-of.ts'

/** The level of a concern by what was sent and by what that raises it to, before anything is looked up. */
const harmAsSent = (stored: StoredConcern, now: Date): HarmLevel => {
  const today = londonDay(now)
  const sent = sentFactsOf(stored, { isCommissioned: false }, today)
  return decideUnder(policyOn(today), { ...sent, ...nothingKnown }).harmAfter
}

/** Whether a concern is of suspected significant harm or of danger, by what was sent and by what that raises it to. */
export const isGraveAsSent = (stored: StoredConcern, now: Date): boolean =>
  isAtLeast(harmAsSent(stored, now), 'H3')

/** How soon somebody must look at a concern, and at each change of it: the same whenever it is asked. */
export const urgencyAsSent = (stored: StoredConcern): Urgency =>
  urgencyOf(harmAsSent(stored, new Date(stored.receivedAt)))
