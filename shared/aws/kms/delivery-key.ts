import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import * as z from 'zod'
import type { DeliveryKey } from '../../agencies/public-key.ts'
import type { Clock } from '../../kernel/clock.ts'
import { heldFor } from '../../kernel/held-for.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { thumbprintOfEd25519 } from '../../kernel/jwk-thumbprint.ts'
import { once } from '../../kernel/once.ts'
import type { Keys } from './keys.ts'

/** What stands before the seed of an Ed25519 key in PKCS #8. @see RFC 8410 §7 */
const beforeSeed = Buffer.from('302e020100300506032b657004220420', 'hex')
/** Another number is another key. */
const label = Buffer.from('hub: key that signs deliveries, 1')

/**
 * The key that signs what is pushed and sealed. KMS signs 4,096 bytes at most, and an alert is longer: so its seed is the code
 * that an HMAC key of KMS makes of a label. It is the same wherever it is derived, is stored nowhere, and ends with the process;
 * whoever may have that code made can sign.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
 */
const deriveFrom = async (keys: Keys, keyId: string): Promise<KeyObject> => {
  const seed = await keys.mac(keyId, label)
  return createPrivateKey({
    key: Buffer.concat([beforeSeed, seed]),
    format: 'der',
    type: 'pkcs8',
  })
}

const ed25519Schema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })

const publicHalfOf = (key: KeyObject): DeliveryKey => {
  const jwk = ed25519Schema.safeParse(createPublicKey(key).export({ format: 'jwk' })).data
  if (jwk === undefined) throw new HubError('internal', 'the delivery key is not an Ed25519 key')
  return { ...jwk, kid: thumbprintOfEd25519(jwk.x), alg: 'EdDSA', use: 'sig' }
}

type SignerDeps = {
  readonly keys: Keys
  readonly keyId: string
  readonly now: Clock
  /** Puts the public half where receivers find it. */
  readonly publish: (key: DeliveryKey, now: Date) => Promise<void>
}

/** A process may outlive a day, though none is known to. */
const publishedForMilliseconds = 24 * 60 * 60 * 1_000

/**
 * Who signs deliveries: texts of any length, to the raw 64 bytes. The key is derived once, at the first of them. Nothing is
 * signed, nor the key's name given, before its public half is published: a receiver would find nothing to verify it by.
 */
export const deliverySigner = ({
  keys,
  keyId,
  now,
  publish,
}: SignerDeps): {
  readonly sign: (text: string) => Promise<Uint8Array>
  readonly kid: () => Promise<string>
} => {
  const derived = once(() => deriveFrom(keys, keyId))
  const published = heldFor(publishedForMilliseconds, now, async () => {
    const key = await derived()
    const publicHalf = publicHalfOf(key)
    await publish(publicHalf, now())
    return { key, kid: publicHalf.kid }
  })
  return {
    sign: async (text) => sign(null, Buffer.from(text), (await published()).key),
    kid: async () => (await published()).kid,
  }
}
