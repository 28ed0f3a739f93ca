import { createHash } from 'node:crypto'

/** The coordinates of a public key on P-256, base64url. */
export type Point = { readonly x: string; readonly y: string }

/** SHA-256 over the key's required members in their order, base64url: one name for one key, whoever states it. @see RFC 7638 §3 */
export const thumbprintOf = ({ x, y }: Point): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url')
