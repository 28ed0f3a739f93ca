import type { Keys } from './keys.ts'

/** Fetches the public half of the token key, as PEM. Once a cold start: the key changes only by deployment. */
export const publicKeyPem = async (keys: Keys, keyId: string): Promise<string> =>
  (await keys.publicKey(keyId)).export({ type: 'spki', format: 'pem' }).toString()

/** Signs with the key that never leaves; gives the raw 64 bytes. */
export const signWith =
  (keys: Keys, keyId: string) =>
  (message: Uint8Array): Promise<Uint8Array> =>
    keys.sign(keyId, 'ES256', message)
