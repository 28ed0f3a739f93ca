import { createHash } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { Idempotency, Remembered } from '../../concerns/submit-concern.ts'
import { type ConcernId, concernIdSchema } from '../../kernel/ids.ts'
import { getItem } from './item.ts'
import { idempotencyKey } from './keys.ts'

const idempotencyDays = 30
const rememberedSchema = z.object({ bodyHash: z.string(), concernId: concernIdSchema })

const keyOf = ({ clientId, key }: Pick<Idempotency, 'clientId' | 'key'>) =>
  idempotencyKey(clientId, createHash('sha256').update(key).digest('hex'))

/** The key, kept as a hash, with what it was used for; expiry removes the row after thirty days. */
export const idempotencyRow = (idempotency: Idempotency, concernId: ConcernId, at: string) => ({
  ...keyOf(idempotency),
  bodyHash: idempotency.bodyHash,
  concernId,
  expiresAt: Math.floor(Date.parse(at) / 1000) + idempotencyDays * 24 * 60 * 60,
})

export const rememberedOf = (row: Readonly<Record<string, unknown>> | undefined): Remembered =>
  rememberedSchema.parse(row)

/** What this client first used the key for; undefined when it has not. */
export const recallIn =
  (client: DynamoDBClient, casework: string) =>
  async (idempotency: Pick<Idempotency, 'clientId' | 'key'>): Promise<Remembered | undefined> => {
    const row = await getItem(client, casework, keyOf(idempotency))
    return row === undefined ? undefined : rememberedOf(row)
  }
