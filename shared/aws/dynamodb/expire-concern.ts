import type { ExpireConcernDeps } from '../../casework/expire-concern.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { putVersion, remove } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { chunksOf } from './chunks-of.ts'
import { tellingRows } from './concern-rows.ts'
import { assessmentKey, concernKey } from './keys.ts'
import { forgetLookups } from './lookups.ts'
import type { Store } from './store.ts'

/**
 * Text, people and assessments go; that a concern stood here and has expired stays. Keys that find no room in the
 * transaction go after it: they lead to nothing, and expire by themselves.
 */
export const commitExpiryIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly audit: string },
  ): ExpireConcernDeps['commitExpiry'] =>
  async (stored, expiredAt, entries) => {
    const { concernId, version, assessments } = stored
    const numbers = Array.from({ length: assessments }, (_, at) => at + 1)
    const forgotten = await forgetLookups(store, tables.casework, concernId)
    const core = [
      putVersion(tables.casework, {
        ...concernKey(concernId),
        version: version + 1,
        state: 'EXPIRED',
        expired: { concernId, expiredAt },
      }),
      ...numbers.map((number) => remove(tables.casework, assessmentKey(concernId, number))),
      ...tellingRows(stored).map(({ pk, sk }) => remove(tables.casework, { pk, sk })),
      ...auditRows(tables.audit, entries),
    ]
    const inside = forgotten.slice(0, mostActions - core.length)
    if ((await store.transact([...core, ...inside])) !== 'committed') return 'changed'
    for (const rest of chunksOf(forgotten.slice(inside.length), mostActions))
      await store.transact(rest)
    return 'committed'
  }
