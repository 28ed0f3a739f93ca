import type { ExpireConcernDeps } from '../../casework/expire-concern.ts'
import { putVersion, remove } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { tellingRows } from './concern-rows.ts'
import { assessmentKey, concernKey } from './keys.ts'
import type { Store } from './store.ts'

/** Text, people and assessments go; that a concern stood here and has expired stays. */
export const commitExpiryIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly audit: string },
  ): ExpireConcernDeps['commitExpiry'] =>
  async (stored, expiredAt, entries) => {
    const { concernId, version, assessments } = stored
    const numbers = Array.from({ length: assessments }, (_, at) => at + 1)
    const result = await store.transact([
      putVersion(tables.casework, {
        ...concernKey(concernId),
        version: version + 1,
        state: 'EXPIRED',
        expired: { concernId, expiredAt },
      }),
      ...numbers.map((number) => remove(tables.casework, assessmentKey(concernId, number))),
      ...tellingRows(stored).map(({ pk, sk }) => remove(tables.casework, { pk, sk })),
      ...auditRows(tables.audit, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
