import type { CountedAlert } from '../../alerts/volume.ts'
import { countedAlertKind } from './alert-kinds.ts'
import { volumeKey } from './alert-rows.ts'
import { queryToEnd, type Store } from './store.ts'

/** Every alert that an authority was sent in a month, from the index, to its end. */
export const countedIn =
  (store: Store, casework: string) =>
  async (authority: string, month: string): Promise<readonly CountedAlert[]> => {
    const partition = { field: 'volume', value: volumeKey(authority, month) }
    const rows = await queryToEnd(store, { table: casework, index: 'volume', partition })
    return rows.map((row) => countedAlertKind.read(row))
  }
