import { londonDay } from '../calendar/london-day.ts'
import { isAtLeast } from '../codes/harm-levels.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import { decideUnder } from '../sharing/decide.ts'
import { nothingKnown } from '../sharing/facts.ts'
import { policyOn } from '../sharing/policies.ts'
import { sentFactsOf } from './facts-of.ts'

/** Whether a concern is of suspected significant harm or of danger, by what was sent and by what that raises it to. */
export const isGraveAsSent = (stored: StoredConcern, now: Date): boolean => {
  const today = londonDay(now)
  const sent = sentFactsOf(stored, { isCommissioned: false }, today)
  return isAtLeast(decideUnder(policyOn(today), { ...sent, ...nothingKnown }).harmAfter, 'H3')
}
