import * as z from 'zod'
import type { Cursor } from '../../audit/expired-through.ts'
import type { ExpireEntriesDeps } from '../../casework/expire-entries.ts'
import { putVersion } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { expiredThroughKey } from './keys.ts'
import { rowKind } from './rows/row-kind.ts'
import type { Store } from './store.ts'

const cursorSchema = z.object({
  next: z.int().min(0),
  lookedOn: z.iso.date().optional(),
  skipped: z.int().min(0).optional(),
  holds: z.array(z.string()).optional(),
  announced: z.object({ entryId: z.string(), at: z.iso.datetime() }).optional(),
})

export const expiredThroughKind = rowKind({
  name: 'expired-through',
  places: ['casework EXPIRED_THROUGH EXPIRED_THROUGH'],
  shape: {
    version: z.number(),
    log: z.string(),
    cursors: z.object({ HUB: cursorSchema, CHILD: cursorSchema }),
  },
})

const start: Cursor = { next: 0 }

export const readExpiredThroughIn =
  (store: Store, { casework, auditLog }: { casework: string; auditLog: string }) =>
  async (): ReturnType<ExpireEntriesDeps['readThrough']> => {
    const row = await store.get(casework, expiredThroughKey)
    const anew = { log: auditLog, cursors: { HUB: start, CHILD: start } }
    if (row === undefined) return { version: 0, ...anew }
    const read = expiredThroughKind.read(row)
    return read.log === auditLog ? read : { version: read.version, ...anew }
  }

export const keepExpiredThroughIn =
  (
    store: Store,
    { casework, auditEntries }: { casework: string; auditEntries: string },
  ): ExpireEntriesDeps['keep'] =>
  async (through, entries) => {
    const result = await store.transact([
      putVersion(casework, { ...expiredThroughKey, ...through }),
      ...auditRows(auditEntries, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
