import * as z from 'zod'
import type { Unread } from '../../alerts/unread.ts'
import type { RingForUnreadDeps } from '../../casework/ring-for-unread.ts'
import { alertIdSchema } from '../../kernel/ids.ts'
import { remove } from './actions.ts'
import { openedAlertKind } from './alert-kinds.ts'
import { openedKey, unreadKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { waitingShape } from './rows/shapes.ts'
import type { Action, Store } from './store.ts'
import { waitingIn } from './waiting-place.ts'

export const waitingForReader = 'UNREAD'

/** That a version of an alert, told by the API's inbox alone, has still to be opened. */
export const unreadKind = rowKind({
  name: 'unread-alert',
  places: ['casework UNREAD UNREAD'],
  shape: { alertId: alertIdSchema, toldAt: z.string(), ...waitingShape },
})

/** One row a version, so that a later one gives nobody more time for the one before. */
export const unreadRows = (casework: string, unread: readonly Unread[]): Action[] =>
  unread.map(({ ringsAt, alertId, version, urgency, toldAt }) => ({
    kind: 'update',
    table: casework,
    key: unreadKey({ alertId, version }),
    set: {
      alertId,
      toldAt,
      waitingFor: waitingIn(waitingForReader, alertId, urgency),
      waitingUntil: ringsAt,
    },
  }))

export const readLookedIn =
  (store: Store, casework: string): RingForUnreadDeps['readLooked'] =>
  async (unread) => {
    const [told, opened] = await Promise.all([
      store.get(casework, unreadKey(unread)),
      store.get(casework, openedKey(unread.alertId)),
    ])
    return {
      toldAt: told && unreadKind.read(told).toldAt,
      seen: opened && openedAlertKind.read(opened).seen,
    }
  }

export const endUnreadIn =
  (store: Store, casework: string): RingForUnreadDeps['end'] =>
  async (unread) => {
    await store.transact([remove(casework, unreadKey(unread))])
  }
