import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { isHeld, type KeptHold } from '../audit/legal-hold.ts'
import { expired } from '../concerns/expired.ts'
import type { StoredConcern } from '../concerns/stored-concern.ts'
import type { Clock } from '../kernel/clock.ts'
import type { ConcernId } from '../kernel/ids.ts'

export type ExpireConcernDeps = {
  readonly read: (concernId: ConcernId) => Promise<StoredConcern | undefined>
  /** Every legal hold, with those that were lifted. */
  readonly readHolds: () => Promise<readonly KeptHold[]>
  /** The children and adults of the register whom it was ever taken to be about. */
  readonly readPeople: (concernId: ConcernId) => Promise<readonly string[]>
  /** Deletes what was sent and what was made of it, if it has not moved, but for what `left` holds. */
  readonly commitExpiry: (change: {
    readonly stored: StoredConcern
    readonly left: StoredConcern
    readonly entries: readonly AuditEntry[]
  }) => Promise<'committed' | 'changed'>
  readonly recorder: (now: Date) => Recorder
  readonly now: Clock
}

/** `under-hold`: it stays as it is until the hold ends, and is due all the while. */
export type ExpireConcernResult = { readonly kind: 'expired' | 'not-due' | 'under-hold' }

/** What was ever told stays for whoever was told: their alert is made from it at each reading. */
const isDue = ({ state, told, expiresAt }: StoredConcern, now: Date): boolean =>
  state === 'HELD' &&
  told.length === 0 &&
  expiresAt !== undefined &&
  Date.parse(expiresAt) <= now.getTime()

const isUnderHold = async (
  { concernId, receivedAt: at }: StoredConcern,
  now: Date,
  { readHolds, readPeople }: ExpireConcernDeps,
): Promise<boolean> => {
  const holds = await readHolds()
  if (holds.length === 0) return false
  return isHeld({ at, subjects: [concernId, ...(await readPeople(concernId))] }, holds, now)
}

/**
 * Deletes the text and the identity of a concern that was held to its end, and says so in the log (policy §3). What its
 * household remembers of it are codes and dates; its sender sees no change.
 */
export const expireConcern = async (
  { concernId }: { readonly concernId: ConcernId },
  deps: ExpireConcernDeps,
): Promise<ExpireConcernResult> => {
  const stored = await deps.read(concernId)
  const now = deps.now()
  if (stored === undefined || !isDue(stored, now)) return { kind: 'not-due' }
  if (await isUnderHold(stored, now, deps)) return { kind: 'under-hold' }
  const entries = deps.recorder(now)('CONCERN_EXPIRED', [concernId], {
    codes: { receivedAt: stored.receivedAt, harm: stored.concern.harm },
  })
  const committed = await deps.commitExpiry({ stored, left: expired(stored), entries })
  return { kind: committed === 'committed' ? 'expired' : 'not-due' }
}
