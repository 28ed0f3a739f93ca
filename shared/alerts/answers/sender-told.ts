import { holderOf } from '../../agencies/holder.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { Alert } from '../alert.ts'
import { owesReferrer } from './owed.ts'

/**
 * The agency whose lead may hear that this alert is overdue: only where an answer is owed to its own referrer, only of
 * the alert to the authority that the sender itself stated, and only where what it sent is why there is one. Any other
 * would tell it whom the hub knows.
 */
export const agencyToTell = (
  alert: Alert,
  { concern, submittedBy, seen }: StoredConcern,
): string | undefined => {
  const isStated = holderOf(concern.authority) === alert.authority
  const isOfWhatWasSent = seen?.isShared === true
  return owesReferrer(alert) && isStated && isOfWhatWasSent ? submittedBy.agency : undefined
}
