import type { SealingKey } from './delivery.ts'

/** Whether something may be sealed to a key at a moment: it has begun, has not ended, and was not revoked, from whenever on. */
export const isInForce = ({ from, until, revokedAt }: SealingKey, now: Date): boolean =>
  Date.parse(from) <= now.getTime() &&
  (until === undefined || now.getTime() < Date.parse(until)) &&
  revokedAt === undefined

/** The key to seal to: the newest in force, and of two of one moment the one that was added last. */
export const sealingKeyAt = (keys: readonly SealingKey[], now: Date): SealingKey | undefined =>
  keys
    .filter((key) => isInForce(key, now))
    .toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from))
    .at(-1)
