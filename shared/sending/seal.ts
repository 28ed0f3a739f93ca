import { CompactEncrypt, importJWK } from 'jose'
import type { SealingKey } from '../agencies/delivery.ts'

/**
 * Seals text to the key of whoever alone may read it: a compact JWE, by a fresh key of which nobody keeps the private half.
 * @see RFC 7516, RFC 7518 §4.6
 */
export const sealTo = async (
  { kty, crv, x, y, kid }: SealingKey,
  text: string,
): Promise<string> => {
  const key = await importJWK({ kty, crv, x, y }, 'ECDH-ES+A256KW')
  return new CompactEncrypt(Buffer.from(text))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid, cty: 'application/json' })
    .encrypt(key)
}
