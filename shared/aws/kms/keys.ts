import type { KeyObject } from 'node:crypto'

export type SignatureAlgorithm = 'ES256' | 'Ed25519'

/** All that the adapters ask of keys that never leave where they are kept; `key` is an id or an ARN. */
export type Keys = {
  readonly publicKey: (key: string) => Promise<KeyObject>
  /** A signature of the message itself; of ES256 the 64 bytes of r and s, as a JWS has them. */
  readonly sign: (
    key: string,
    algorithm: SignatureAlgorithm,
    message: Uint8Array,
  ) => Promise<Uint8Array>
  /** HMAC-SHA-256 of a message of at most 4 kB. */
  readonly mac: (key: string, message: Uint8Array) => Promise<Uint8Array>
  readonly isMac: (
    key: string,
    signed: { readonly message: Uint8Array; readonly mac: Uint8Array },
  ) => Promise<boolean>
  /** A fresh secret of 32 bytes, wrapped by the key; it is unwrapped only in the same context. */
  readonly makeSecret: (key: string, context: Context) => Promise<Uint8Array>
  readonly unwrap: (key: string, wrapped: Uint8Array, context: Context) => Promise<Uint8Array>
}
type Context = Readonly<Record<string, string>>
