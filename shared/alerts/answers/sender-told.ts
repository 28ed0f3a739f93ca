import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { Alert } from '../alert.ts'
import { owesReferrer } from './owed.ts'

/** Rules that share whoever is known: they read only what was sent. */
const rulesOnWhatWasSent: readonly string[] = ['R3', 'R9', 'R10', 'R11', 'R14', 'R15']

/**
 * The agency whose lead may hear that this alert is overdue: only where an answer is owed to its own referrer, only of
 * the alert to the authority that the sender itself stated, and only where what it sent is why there is one. Any other
 * would tell it whom the hub knows.
 */
export const agencyToTell = (
  alert: Alert,
  { concern, submittedBy }: StoredConcern,
): string | undefined => {
  const isStated = concern.authority === alert.authority
  const isOfWhatWasSent = rulesOnWhatWasSent.includes(alert.rule)
  return owesReferrer(alert) && isStated && isOfWhatWasSent ? submittedBy.agency : undefined
}
