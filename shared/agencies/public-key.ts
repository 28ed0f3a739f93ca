import * as z from 'zod'

/** A public key that verifies ES256, as a JWK. @see RFC 7517, RFC 7518 §6.2 */
export const publicKeySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig').optional(),
})
export type PublicKey = z.infer<typeof publicKeySchema>

/** The public key that verifies what the hub pushes and seals, as a JWK. @see RFC 8037 §2 */
export const deliveryKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
})
export type DeliveryKey = z.infer<typeof deliveryKeySchema>
