import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { PublicKey } from '../../shared/agencies/public-key.ts'
import { thumbprintOf } from '../../shared/kernel/jwk-thumbprint.ts'

/** A public key as a JWK, by its thumbprint unless it is to have another name. */
export const publicJwk = (key: KeyObject, name?: string): PublicKey => {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return { kty: 'EC', crv: 'P-256', x, y, kid: name ?? thumbprintOf({ x, y }), alg: 'ES256' }
}

/** A fresh key with whatever signs and verifies by it. */
export const aSigningKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicJwk(publicKey)
  return {
    publicKey,
    privateKey,
    jwk,
    kid: jwk.kid,
    sign: async (input: Uint8Array): Promise<Uint8Array> =>
      sign('sha256', input, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  }
}
