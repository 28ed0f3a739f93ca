import type { AuditEntry } from '../../audit/audit-entry.ts'
import type { ExportAuditDeps } from '../../casework/export-audit.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { leafOfRow } from './appended-batches.ts'
import { firstKey, waitingKey } from './audit-rows.ts'
import type { Key, Row, Store } from './store.ts'

type Tables = { readonly auditEntries: string; readonly auditLog: string }

const placeOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`

/** What stands at the keys of these entries, by their place. */
const readAt = async (
  store: Store,
  table: string,
  keys: readonly Key[],
): Promise<ReadonlyMap<string, Row>> => {
  const rows = keys.length === 0 ? [] : await store.batch({ [table]: keys })
  return new Map(rows.map((row) => [`${String(row['pk'])}\n${String(row['sk'])}`, row]))
}

/**
 * The first rows of these entries, but of those that wait to be sealed. Whoever seals puts the row before the entry waits no
 * more: so what does not wait is looked for once more, and then it is missing.
 */
const firstRowsOf = async (
  store: Store,
  { auditEntries, auditLog }: Tables,
  entries: readonly AuditEntry[],
): Promise<readonly Row[]> => {
  const without =
    (found: ReadonlyMap<string, Row>, keyOf: (entry: AuditEntry) => Key) =>
    (entry: AuditEntry): boolean =>
      !found.has(placeOf(keyOf(entry)))
  const sealed = await readAt(store, auditLog, entries.map(firstKey))
  const absent = entries.filter(without(sealed, firstKey))
  const waiting = await readAt(store, auditEntries, absent.map(waitingKey))
  const gone = absent.filter(without(waiting, waitingKey))
  const since = await readAt(store, auditLog, gone.map(firstKey))
  if (gone.some(without(since, firstKey)))
    throw new HubError('internal', 'an entry neither waits nor has its row in the log')
  return entries.flatMap((entry): Row[] => {
    const place = placeOf(firstKey(entry))
    const row = sealed.get(place) ?? since.get(place)
    return row === undefined ? [] : [row]
  })
}

/**
 * By the first of each entry's rows, which has the salt. An entry that waits has none yet.
 * @throws HubError internal where an entry has none and does not wait: somebody took it away
 */
export const readLeavesIn =
  (store: Store, tables: Tables): ExportAuditDeps['readLeaves'] =>
  async (entries) =>
    (await firstRowsOf(store, tables, entries)).map((row) => {
      const leaf = leafOfRow(row)
      if (leaf === undefined)
        throw new HubError('internal', 'a row of the log cannot be read as a leaf')
      return { index: Number(row['leafIndex']), leaf }
    })
