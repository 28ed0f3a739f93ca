import { createHash } from 'node:crypto'

/** The coordinates of a public key on P-256, base64url. */
export type Point = { readonly x: string; readonly y: string }

/** SHA-256 over the key's required members in their order, base64url: one name for one key, whoever states it. @see RFC 7638 §3 */
export const thumbprintOf = ({ x, y }: Point): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url')

/** As {@link thumbprintOf}, of a key on Ed25519. @see RFC 8037 §2 */
export const thumbprintOfEd25519 = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')
