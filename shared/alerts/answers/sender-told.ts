import type { StoredConcern } from '../../concerns/stored-concern.ts'
import type { Alert } from '../alert.ts'

/** Rules that share whoever is known: they read only what was sent. */
const rulesOnWhatWasSent: readonly string[] = ['R3', 'R9', 'R10', 'R11', 'R14', 'R15']

/**
 * The agency whose lead may hear that this alert is overdue: only of the alert to the authority that the sender itself
 * stated, and only where what it sent is why there is one. Any other would tell it whom the hub knows.
 */
export const agencyToTell = (
  { authority, rule }: Pick<Alert, 'authority' | 'rule'>,
  { concern, submittedBy }: StoredConcern,
): string | undefined =>
  concern.authority === authority && rulesOnWhatWasSent.includes(rule)
    ? submittedBy.agency
    : undefined
