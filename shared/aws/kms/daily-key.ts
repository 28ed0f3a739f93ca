import type { Clock } from '../../kernel/clock.ts'
import type { Keys } from './keys.ts'

/** A secret of each day, by that day's name. */
export type DailyKeys = {
  readonly current: () => Promise<{ readonly kid: string; readonly key: Uint8Array }>
  /** Of today or yesterday; none of any other day. */
  readonly of: (kid: string) => Promise<Uint8Array | undefined>
}

const dayMilliseconds = 86_400_000
const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10)

/**
 * Keys of 256 bits that KMS makes of an HMAC key which never leaves it: another each day, so that none has to be replaced by hand.
 * Whoever has one can make and read what was sealed that day and the next, and no more.
 */
export const dailyKeys = (
  {
    keys,
    keyId,
    purpose,
  }: { readonly keys: Keys; readonly keyId: string; readonly purpose: string },
  now: Clock,
): DailyKeys => {
  const made = new Map<string, Promise<Uint8Array>>()
  const daysInUse = (): readonly string[] => {
    const today = now().getTime()
    return [dayOf(today), dayOf(today - dayMilliseconds)]
  }
  const make = (kid: string): Promise<Uint8Array> => {
    for (const old of made.keys()) if (!daysInUse().includes(old)) made.delete(old)
    const key = made.get(kid) ?? keys.mac(keyId, Buffer.from(`${purpose} ${kid}`))
    made.set(kid, key)
    key.catch(() => made.delete(kid))
    return key
  }
  return {
    current: async () => {
      const kid = dayOf(now().getTime())
      return { kid, key: await make(kid) }
    },
    of: async (kid) => (daysInUse().includes(kid) ? make(kid) : undefined),
  }
}
