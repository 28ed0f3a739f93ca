import type { ReconcileConcernsDeps } from '../../casework/reconcile-concerns.ts'
import { indexShardsOf } from './audit-rows.ts'
import { queryToEnd, type Row, type Store } from './store.ts'

/** The concern of an entry, as its row in the index stands under it. */
const prefix = 'SUBJECT#'
const concernIn = ({ pk }: Row): string => String(pk).slice(prefix.length)

/** The concerns that were submitted between two moments, by the sealed entries of the log. */
export const readCommittedIn =
  (store: Store, auditLog: string): ReconcileConcernsDeps['readCommitted'] =>
  async (from, to) => {
    const pages = await Promise.all(
      indexShardsOf('CONCERN_SUBMITTED').map((shard) =>
        queryToEnd(store, {
          table: auditLog,
          index: 'action',
          partition: { field: 'action', value: shard },
          range: { kind: 'between', field: 'sk', from: from.toISOString(), to: to.toISOString() },
        }),
      ),
    )
    return [...new Set(pages.flat().map(concernIn))]
  }
