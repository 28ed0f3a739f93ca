import { withoutAside } from '../kernel/aside.ts'
import { keptConcernSchema, notGiven } from './concern.ts'
import type { StoredConcern } from './stored-concern.ts'

/**
 * A concern once its time is over: what was told of anybody is deleted, and what its sender can see of it stays as it
 * was; what a newer release may have added goes, for nobody here can say what it tells. Whether a concern was held, and so expired, would otherwise tell the sender that nobody knows the family.
 */
export const expired = (stored: StoredConcern): StoredConcern => {
  const { concernId, version, concern, submittedBy, receivedAt, seen, withdrawal } = stored
  const { harm, purpose, authority, ownReference } = concern
  return withoutAside({
    concernId,
    version: version + 1,
    state: 'EXPIRED',
    concern: keptConcernSchema.parse({ harm, purpose, authority, ownReference }),
    submittedBy,
    receivedAt,
    assessments: 0,
    seen,
    withdrawal,
    reviewIds: [],
    settled: [],
    told: [],
    feedback: [],
    silences: stored.silences?.map((silence) => ({ ...silence, reason: notGiven })),
  })
}
