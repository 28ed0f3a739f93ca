import type { ConcernId } from './ids.ts'

/** The caller's key and what it was first used for. The key is hashed with the client's id: two clients never collide. */
export type Idempotency = {
  readonly clientId: string
  readonly key: string
  readonly bodyHash: string
}

/** What a key was first used for. */
export type KeyUse = { readonly bodyHash: string; readonly concernId: ConcernId }

/** What a request is whose key was used before: the same again, which changes nothing, or another under the same key. */
export const repetitionOf = (
  before: KeyUse,
  sent: KeyUse,
): { readonly kind: 'replayed' | 'key-reused' } => ({
  kind:
    before.bodyHash === sent.bodyHash && before.concernId === sent.concernId
      ? 'replayed'
      : 'key-reused',
})
