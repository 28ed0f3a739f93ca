import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { Alert } from '../alert.ts'
import type { RecipientOf } from '../recipients-of.ts'
import { owesReferrer } from './owed.ts'

/**
 * Whether the sender of a concern may know that this recipient is told: it is the authority that the sender stated, and
 * what was sent shares by itself. Anything else would tell whom the hub knows.
 */
export const isOfWhatWasSent = (
  { authority, isOfAdopted }: Pick<RecipientOf, 'authority' | 'isOfAdopted'>,
  { seen }: Pick<StoredConcern, 'seen'>,
): boolean => seen?.isShared === true && isOfAdopted !== true && seen.holder === authority

/** Whether the sender may see how it stands with this alert of its concern. */
export const isSeenBySender = (alert: Alert, stored: StoredConcern): boolean =>
  alert.isOfWhatWasSent === true && isOfWhatWasSent(alert, stored)

/** The agency whose lead may hear that this alert is overdue: where an answer is owed to its own referrer. */
export const agencyToTell = (alert: Alert, stored: StoredConcern): string | undefined =>
  owesReferrer(alert) && isSeenBySender(alert, stored) ? stored.submittedBy.agency : undefined
