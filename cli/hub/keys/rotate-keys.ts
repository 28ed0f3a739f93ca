import { type ClientKey, isKeyLive, mostKeys } from '../../../shared/agencies/client.ts'
import type { PublicKey } from '../../../shared/agencies/public-key.ts'
import { thumbprintOf } from '../../../shared/kernel/jwk-thumbprint.ts'
import { InputError } from '../../evaluate/input-error.ts'

const millisecondsOfHour = 60 * 60 * 1000

const earlier = (one: string | undefined, other: string): string =>
  one !== undefined && one < other ? one : other

/**
 * A client's keys after a rotation: those offered without an end, and those held before until the overlap is over. What has
 * ended is dropped, and so is everything held before where there is no overlap.
 * @throws InputError when nothing is new, when two keys would share a name, or when the client would hold too many
 */
export const rotateKeys = (
  held: readonly ClientKey[],
  offered: readonly PublicKey[],
  { now, overlapHours }: { readonly now: Date; readonly overlapHours: number },
): readonly ClientKey[] => {
  const end = new Date(now.getTime() + overlapHours * millisecondsOfHour).toISOString()
  const heldPrints = new Set(held.filter((key) => isKeyLive(key, now)).map(thumbprintOf))
  const fresh = offered.filter((key) => !heldPrints.has(thumbprintOf(key)))
  if (fresh.length === 0)
    throw new InputError('there is nothing to rotate: the client holds these keys already')
  const leaving = held
    .map((key) => ({ ...key, until: earlier(key.until, end) }))
    .filter((key) => isKeyLive(key, now))
  const after = [...leaving, ...fresh]
  if (after.length > mostKeys)
    throw new InputError(
      `the client would hold ${after.length} keys, and ${mostKeys} are the most: wait until the oldest has ended, or end those held now with --overlap 0`,
    )
  if (new Set(after.map(({ kid }) => kid)).size < after.length)
    throw new InputError('the new key has the name (kid) of one that is held: give it another')
  return after
}
