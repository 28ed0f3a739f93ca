import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { rotationWishRow } from '../../../shared/aws/dynamodb/rotation-rows.ts'
import type { Scene } from './stage.ts'

const aMinute = 60_000

/** The key of the match index is being replaced while a child is known and a concern waits for another. */
export const rotation: Scene = async ({ hub, calls, taken, send }) => {
  await taken(calls.putChild('C1'))
  await send()
  const minutes = async (count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      hub.advance(aMinute)
      await hub.sweep()
    }
  }
  for (const [at, step] of (['begin', 'switch'] as const).entries()) {
    await minutes(4)
    const wish = rotationWishRow({ version: at + 1, step, key: 'v2' })
    await hub.store.transact([put(hub.tables.directory, wish)])
  }
  await minutes(4)
}
