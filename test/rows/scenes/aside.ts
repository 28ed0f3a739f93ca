import { concernKey } from '../../../shared/aws/dynamodb/keys.ts'
import { waitingForReader } from '../../../shared/aws/dynamodb/unread-alerts.ts'
import { waitingIn } from '../../../shared/aws/dynamodb/waiting-place.ts'
import type { Scene } from './stage.ts'

/** A row waits where none of its kind does: its key says nothing there, so it stands aside. */
export const setAside: Scene = async ({ hub, send }) => {
  const concernId = await send()
  await hub.store.update(hub.tables.casework, {
    key: concernKey(concernId),
    set: {
      waitingFor: waitingIn(waitingForReader, concernId),
      waitingUntil: '2026-11-23T09:00:00.000Z',
    },
  })
  await hub.sweep()
}
