import * as z from 'zod'
import { type DeliveryKey, deliveryKeySchema } from '../../agencies/public-key.ts'
import type { Clock } from '../../kernel/clock.ts'
import { thumbprintOfEd25519 } from '../../kernel/jwk-thumbprint.ts'
import { put } from './actions.ts'
import { deliveryKeyKey, deliveryKeyPartition } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { queryToEnd, type Store } from './store.ts'

/** A public half of the key that signs deliveries; `expiresAt` in epoch seconds, moved on for as long as it signs. */
export const deliveryKeyKind = rowKind({
  name: 'delivery-key',
  places: ['tokens DELIVERYKEY KEY'],
  shape: { key: deliveryKeySchema, expiresAt: z.number() },
})

/**
 * For how long a key stays published that signs no more. What it sealed lies in a queue for two weeks at most, and once
 * more if it is put back from the dead letters; what it pushed is good for five minutes.
 */
const publishedSeconds = 35 * 24 * 60 * 60

/** Puts a public key where whoever publishes keys reads it, or says that it still signs. */
export const publishDeliveryKeyIn =
  (store: Store, tokens: string) =>
  async (key: DeliveryKey, now: Date): Promise<void> => {
    const expiresAt = Math.ceil(now.getTime() / 1_000) + publishedSeconds
    await store.transact([put(tokens, { ...deliveryKeyKey(key.kid), key, expiresAt })])
  }

/** The public keys of deliveries by which something may still be verified, the newest first. A row that is named for another key is none. */
export const readDeliveryKeysIn =
  (store: Store, tokens: string, now: Clock) => async (): Promise<readonly DeliveryKey[]> => {
    const partition = { field: 'pk', value: deliveryKeyPartition }
    const rows = await queryToEnd(store, { table: tokens, partition, consistent: true })
    return rows
      .map((row) => deliveryKeyKind.read(row))
      .filter(({ key, expiresAt }) => {
        const isItsOwn = key.kid === thumbprintOfEd25519(key.x)
        return isItsOwn && expiresAt * 1_000 > now().getTime()
      })
      .toSorted((one, other) => other.expiresAt - one.expiresAt)
      .map(({ key }) => key)
  }
