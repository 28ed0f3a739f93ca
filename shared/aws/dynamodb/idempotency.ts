import { createHash } from 'node:crypto'
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import type { Idempotency } from '../../concerns/submit-concern.ts'
import { type ConcernId, concernIdSchema } from '../../kernel/ids.ts'
import { putNew } from './item.ts'
import { idempotencyKey } from './keys.ts'
import type { Refusal } from './transact.ts'

const days = 30
const rememberedSchema = z.object({ bodyHash: z.string(), concernId: concernIdSchema })

/** What a key was first used for; the first write of its transaction. Expiry removes it after thirty days. */
export const rememberKey = (
  casework: string,
  { clientId, key, bodyHash }: Idempotency,
  { concernId, at }: { readonly concernId: ConcernId; readonly at: string },
): TransactWriteItem =>
  putNew(casework, {
    ...idempotencyKey(clientId, createHash('sha256').update(key).digest('hex')),
    bodyHash,
    concernId,
    expiresAt: Math.floor(Date.parse(at) / 1000) + days * 24 * 60 * 60,
  })

/** What the key was used for before. @throws Error when it was not the key that was refused */
export const rememberedIn = ({ index, old }: Refusal): z.infer<typeof rememberedSchema> => {
  if (index !== 0) throw new Error('a fresh id was there already')
  return rememberedSchema.parse(old)
}
