import { createHash } from 'node:crypto'
import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { Idempotency, KeyUse } from '../../kernel/idempotency.ts'
import { type ConcernId, concernIdSchema } from '../../kernel/ids.ts'
import { getItem, putNew } from './item.ts'
import { idempotencyKey } from './keys.ts'
import type { Refusal } from './transact.ts'

const days = 30
const rememberedSchema = z.object({ bodyHash: z.string(), concernId: concernIdSchema })

const keyOf = ({ clientId, key }: Pick<Idempotency, 'clientId' | 'key'>) =>
  idempotencyKey(clientId, createHash('sha256').update(key).digest('hex'))

/** What a key was first used for; the first write of its transaction. Expiry removes it after thirty days. */
export const rememberKey = (
  casework: string,
  { clientId, key, bodyHash }: Idempotency,
  { concernId, at }: { readonly concernId: ConcernId; readonly at: string },
): TransactWriteItem =>
  putNew(casework, {
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

/** What this client first used the key for; undefined when it has not. */
export const rememberedUseIn =
  (client: DynamoDBClient, casework: string) =>
  async (idempotency: Pick<Idempotency, 'clientId' | 'key'>): Promise<KeyUse | undefined> => {
    const row = await getItem(client, casework, keyOf(idempotency))
    return row === undefined ? undefined : rememberedSchema.parse(row)
  }
