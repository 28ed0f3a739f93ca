import * as z from 'zod'
import type { TellSendersDeps } from '../../casework/tell-senders.ts'
import { followedStatuses } from '../../concerns/followed-concern.ts'
import { toldChangeSchema } from '../../concerns/told-change.ts'
import { put } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { changeToldKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import { standIn } from './rows/stand-in.ts'
import { queryToEnd, type Store } from './store.ts'

/** What an agency's system was told of a concern. A status that is not known here is as if it had been told before: it is told again. */
export const changeToldKind = rowKind({
  name: 'change-told',
  places: ['casework CHANGES TOLD'],
  content: 'told',
  shape: { told: toldChangeSchema, expiresAt: z.number() },
  standIns: [standIn(followedStatuses, 'received')],
})

/** Longer than anybody looks back for what was not told. */
const keptSeconds = 7 * 24 * 60 * 60

export const readChangesToldIn =
  (store: Store, casework: string): TellSendersDeps['readTold'] =>
  async (agency) => {
    const partition = { field: 'pk', value: changeToldKey(agency, '').pk }
    const rows = await queryToEnd(store, { table: casework, partition, consistent: true })
    return rows.map((row) => changeToldKind.read(row).told)
  }

export const markChangeToldIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly auditEntries: string },
  ): TellSendersDeps['markTold'] =>
  async (agency, told, { entries, now }) => {
    const expiresAt = Math.ceil(now.getTime() / 1000) + keptSeconds
    await store.transact([
      put(tables.casework, { ...changeToldKey(agency, told.concernId), told, expiresAt }),
      ...auditRows(tables.auditEntries, entries),
    ])
  }
