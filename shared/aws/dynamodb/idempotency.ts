import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Idempotency, KeyUse } from '../../kernel/idempotency.ts'
import { type ConcernId, concernIdSchema } from '../../kernel/ids.ts'
import { putNew } from './actions.ts'
import { idempotencyKey } from './keys.ts'
import type { Action, Refusal, Store } from './store.ts'

const days = 30
const rememberedSchema = z.object({ bodyHash: z.string(), concernId: concernIdSchema })

const keyOf = ({ clientId, key }: Pick<Idempotency, 'clientId' | 'key'>) =>
  idempotencyKey(clientId, createHash('sha256').update(key).digest('hex'))

/** What a key was first used for; the first write of its transaction. Expiry removes it after thirty days. */
export const rememberKey = (
  intake: string,
  { clientId, key, bodyHash }: Idempotency,
  { concernId, at }: { readonly concernId: ConcernId; readonly at: string },
): Action =>
  putNew(intake, {
    ...keyOf({ clientId, key }),
    bodyHash,
    concernId,
    expiresAt: Math.floor(Date.parse(at) / 1000) + days * 24 * 60 * 60,
  })

/** What the key was used for before. @throws Error when it was not the key that was refused */
export const rememberedIn = ({ index, old }: Refusal): KeyUse => {
  if (index !== 0) throw new Error('a fresh id was there already')
  return rememberedSchema.parse(old)
}

/** What this store first used the key for; undefined when it has not. */
export const rememberedUseIn =
  (store: Store, intake: string) =>
  async (idempotency: Pick<Idempotency, 'clientId' | 'key'>): Promise<KeyUse | undefined> => {
    const row = await store.get(intake, keyOf(idempotency))
    return row === undefined ? undefined : rememberedSchema.parse(row)
  }
