import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import * as z from 'zod'
import type { DeliveryKey } from '../../agencies/public-key.ts'
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

/** The public half of the key that signs what is pushed and what is sealed, named by its thumbprint. */
export const readDeliveryKey = async (keys: Keys, keyId: string): Promise<DeliveryKey> =>
  publicHalfOf(await deriveFrom(keys, keyId))

/** Who signs deliveries: texts of any length, to the raw 64 bytes. The key is derived once, at the first of them, for its name too. */
export const deliverySigner = (
  keys: Keys,
  keyId: string,
): {
  readonly sign: (text: string) => Promise<Uint8Array>
  readonly kid: () => Promise<string>
} => {
  const derived = once(() => deriveFrom(keys, keyId))
  return {
    sign: async (text) => sign(null, Buffer.from(text), await derived()),
    kid: async () => publicHalfOf(await derived()).kid,
  }
}
