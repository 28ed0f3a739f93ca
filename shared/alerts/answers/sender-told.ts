import { holderOf } from '../../agencies/holder.ts'
import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { Alert } from '../alert.ts'
import { owesReferrer } from './owed.ts'

/**
 * Whether the sender of a concern may know that there is this alert: it is the one to the authority that the sender
 * stated, and what was sent is why there is one. Of any other nothing is seen before feedback, or it would tell whom the
 * hub knows.
 */
export const isOfWhatWasSent = (
  { authority, isOfAdopted }: Pick<Alert, 'authority' | 'isOfAdopted'>,
  { concern, seen }: StoredConcern,
): boolean =>
  seen?.isShared === true && isOfAdopted !== true && holderOf(concern.authority) === authority

/** The agency whose lead may hear that this alert is overdue: where an answer is owed to its own referrer. */
export const agencyToTell = (alert: Alert, stored: StoredConcern): string | undefined =>
  owesReferrer(alert) && isOfWhatWasSent(alert, stored) ? stored.submittedBy.agency : undefined
