import type { AuditEntry } from '../../audit/audit-entry.ts'
import type { MadeEntry, Window } from '../../audit/requests-and-entries.ts'
import { isFunctionName } from '../../config/functions.ts'
import { indexShardsOf, sealedEntryKind, waitingEntryKind, waitingShards } from './audit-rows.ts'
import { ifReadable } from './rows/if-readable.ts'
import { type Query, queryToEnd, type Row, type Store } from './store.ts'

type Tables = { readonly auditEntries: string; readonly auditLog: string }

/** The days of a window, which may begin before midnight. */
const daysOf = ({ from, to }: Window): readonly string[] => [
  ...new Set([from, to].map((at) => at.toISOString().slice(0, 10))),
]

/** A client's names its agency and the gateway's id. One that leaves both out is known by its actor: none of the hub's own. */
const isOfClient = ({ actor, agency, gatewayId }: AuditEntry): boolean =>
  agency !== undefined ||
  gatewayId !== undefined ||
  !(isFunctionName(actor) || actor === 'operator')

const entryIn = (row: Row): AuditEntry | undefined => {
  const kind = typeof row['leafIndex'] === 'number' ? sealedEntryKind : waitingEntryKind
  return ifReadable(() => kind.read(row).entry)
}

/** A row that cannot be read is the entry of no request: if it was, an alarm rings for that one. */
const madeOf = (row: Row): readonly MadeEntry[] => {
  const entry = entryIn(row)
  if (entry === undefined) return []
  const { gatewayId, at, outcome } = entry
  return isOfClient(entry) ? [{ gatewayId, at: new Date(at), outcome }] : []
}

/** The entries of a window that say that a client did something: what waits is read first, so that none is missed on its way. */
export const readMadeEntriesIn =
  (store: Store, { auditEntries, auditLog }: Tables) =>
  async (window: Window): Promise<readonly MadeEntry[]> => {
    const range = {
      kind: 'between',
      field: 'sk',
      from: window.from.toISOString(),
      to: window.to.toISOString(),
    } as const
    const read = async (query: Omit<Query, 'range'>): Promise<readonly MadeEntry[]> =>
      (await queryToEnd(store, { ...query, range })).flatMap(madeOf)
    const waiting = await Promise.all(
      waitingShards.map((value) =>
        read({ table: auditEntries, partition: { field: 'pk', value }, consistent: true }),
      ),
    )
    const sealed = await Promise.all(
      daysOf(window)
        .flatMap(indexShardsOf)
        .map((value) =>
          read({ table: auditLog, index: 'day', partition: { field: 'day', value } }),
        ),
    )
    return [...waiting, ...sealed].flat()
  }
