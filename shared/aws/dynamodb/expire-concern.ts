import type { ExpireConcernDeps } from '../../casework/expire-concern.ts'
import { putVersion, remove } from './actions.ts'
import { auditRows } from './audit-rows.ts'
import { concernRow, tellingRows } from './concern-rows.ts'
import { assessmentKey } from './keys.ts'
import type { Store } from './store.ts'

/** Text, people and assessments go; what the sender can see of the concern stays. */
export const commitExpiryIn =
  (
    store: Store,
    tables: { readonly casework: string; readonly audit: string },
  ): ExpireConcernDeps['commitExpiry'] =>
  async ({ stored, left, entries }) => {
    const { concernId, assessments } = stored
    const numbers = Array.from({ length: assessments }, (_, at) => at + 1)
    const result = await store.transact([
      putVersion(tables.casework, concernRow(left)),
      ...numbers.map((number) => remove(tables.casework, assessmentKey(concernId, number))),
      ...tellingRows(stored).map(({ pk, sk }) => remove(tables.casework, { pk, sk })),
      ...auditRows(tables.audit, entries),
    ])
    return result === 'committed' ? 'committed' : 'changed'
  }
