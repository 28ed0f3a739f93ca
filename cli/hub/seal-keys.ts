import type { SealingKey } from '../../shared/agencies/delivery.ts'
import { mostSealingKeys } from '../../shared/agencies/directory.ts'
import { isInForce } from '../../shared/agencies/sealing-key.ts'
import { thumbprintOf } from '../../shared/kernel/jwk-thumbprint.ts'
import { InputError } from '../evaluate/input-error.ts'

const millisecondsOfHour = 60 * 60 * 1000

const earlier = (one: string | undefined, other: string): string =>
  one !== undefined && one < other ? one : other

/**
 * An authority's sealing keys with a new one, from now on the newest. Those before end when the overlap is over: until then something
 * sealed to them may still be on its way. What has ended is dropped, but for what was revoked, so that it never comes back.
 * @throws InputError when the key or its name is held already, or was revoked, or there would be too many
 */
export const withSealingKey = (
  held: readonly SealingKey[],
  offered: Omit<SealingKey, 'from'>,
  { now, overlapHours }: { readonly now: Date; readonly overlapHours: number },
): readonly SealingKey[] => {
  if (held.some((key) => key.kid === offered.kid || thumbprintOf(key) === thumbprintOf(offered)))
    throw new InputError(
      'this key, or one of its name (kid), is held already or was revoked: have another made',
    )
  const end = new Date(now.getTime() + overlapHours * millisecondsOfHour).toISOString()
  const revoked = held.filter(({ revokedAt }) => revokedAt !== undefined)
  const leaving = held
    .filter((key) => isInForce(key, now))
    .map((key) => ({ ...key, until: earlier(key.until, end) }))
  const after = [...revoked, ...leaving, { ...offered, from: now.toISOString() }].slice(
    -mostSealingKeys,
  )
  return after
}

/** The keys with one of them revoked from this moment on. @throws InputError when there is none of this name, or it is revoked already */
export const withoutSealingKey = (
  held: readonly SealingKey[],
  kid: string,
  now: Date,
): readonly SealingKey[] => {
  const found = held.find((key) => key.kid === kid)
  if (found === undefined) throw new InputError(`there is no sealing key ${kid}`)
  if (found.revokedAt !== undefined) throw new InputError(`${kid} was revoked already`)
  return held.map((key) => (key.kid === kid ? { ...key, revokedAt: now.toISOString() } : key))
}
