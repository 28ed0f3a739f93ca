import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Idempotency, KeyUse } from '../../kernel/idempotency.ts'
import { type ConcernId, concernIdSchema } from '../../kernel/ids.ts'
import { putNew } from './actions.ts'
import { idempotencyKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Action, Refusal, Row, Store } from './store.ts'

const days = 30

export const idempotencyKind = rowKind({
  name: 'idempotency',
  places: ['intake IDEM IDEM'],
  shape: { bodyHash: z.string(), concernId: concernIdSchema, expiresAt: z.number() },
})

const useIn = (row: Row): KeyUse => {
  const { bodyHash, concernId } = idempotencyKind.read(row)
  return { bodyHash, concernId }
}

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
  if (index !== 0 || old === undefined) throw new Error('a fresh id was there already')
  return useIn(old)
}

/** What this store first used the key for; undefined when it has not. */
export const rememberedUseIn =
  (store: Store, intake: string) =>
  async (idempotency: Pick<Idempotency, 'clientId' | 'key'>): Promise<KeyUse | undefined> => {
    const row = await store.get(intake, keyOf(idempotency))
    return row === undefined ? undefined : useIn(row)
  }
