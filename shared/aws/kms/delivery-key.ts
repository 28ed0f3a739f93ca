import * as z from 'zod'
import type { DeliveryKey } from '../../agencies/public-key.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { thumbprintOfEd25519 } from '../../kernel/jwk-thumbprint.ts'
import type { Keys } from './keys.ts'

const ed25519Schema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })

/** The public half of the key that signs what is pushed and what is sealed, named by its thumbprint. */
export const readDeliveryKey = async (keys: Keys, keyId: string): Promise<DeliveryKey> => {
  const jwk = ed25519Schema.safeParse((await keys.publicKey(keyId)).export({ format: 'jwk' })).data
  if (jwk === undefined) throw new HubError('internal', 'the delivery key is not an Ed25519 key')
  return { ...jwk, kid: thumbprintOfEd25519(jwk.x), alg: 'EdDSA', use: 'sig' }
}

/** Signs with the key that never leaves; gives the raw 64 bytes. */
export const signDeliveryWith =
  (keys: Keys, keyId: string) =>
  (text: string): Promise<Uint8Array> =>
    keys.sign(keyId, 'Ed25519', Buffer.from(text))
