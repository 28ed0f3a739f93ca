import type { PublicKey } from '../../agencies/public-key.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { thumbprintOf } from '../../kernel/jwk-thumbprint.ts'
import type { Keys } from './keys.ts'

/** The public half of a key that signs access tokens, named by its thumbprint. */
export const readTokenKey = async (keys: Keys, keyId: string): Promise<PublicKey> => {
  const { crv, x, y } = (await keys.publicKey(keyId)).export({ format: 'jwk' })
  if (crv !== 'P-256' || x === undefined || y === undefined)
    throw new HubError('internal', 'a token key is not on P-256')
  return { kty: 'EC', crv, x, y, kid: thumbprintOf({ x, y }), alg: 'ES256', use: 'sig' }
}

/** The keys that access tokens are verified with, in their order. A deployment names them, so a container reads them once. */
export const readTokenKeys = (
  keys: Keys,
  keyIds: readonly string[],
): Promise<readonly PublicKey[]> => Promise.all(keyIds.map((keyId) => readTokenKey(keys, keyId)))

/** Signs with the key that never leaves; gives the raw 64 bytes. */
export const signWith =
  (keys: Keys, keyId: string) =>
  (message: Uint8Array): Promise<Uint8Array> =>
    keys.sign(keyId, 'ES256', message)

/** Who signs access tokens now: its name stands in each of them. */
export type TokenSigner = {
  readonly kid: string
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>
}

/** The key that the operator chose, by its name, or the first of those published. */
export const tokenSignerIn =
  (keys: Keys, keyIds: readonly string[], readPublished: () => Promise<readonly PublicKey[]>) =>
  async (chosen: string | undefined): Promise<TokenSigner> => {
    const published = await readPublished()
    const at = Math.max(
      0,
      published.findIndex(({ kid }) => kid === chosen),
    )
    const [keyId, kid] = [keyIds[at], published[at]?.kid]
    if (keyId === undefined || kid === undefined)
      throw new HubError('internal', 'no key signs access tokens')
    return { kid, sign: signWith(keys, keyId) }
  }
