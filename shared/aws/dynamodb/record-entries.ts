import type { AuditEntry } from '../../audit/audit-entry.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { auditRows } from './audit-rows.ts'
import type { Store } from './store.ts'

/** Records entries of something that writes nothing else: a read (before it discloses) or a refusal. */
export const recordEntriesIn =
  (store: Store, table: string) =>
  async (entries: readonly AuditEntry[]): Promise<void> => {
    const result = await store.transact(auditRows(table, entries))
    if (result !== 'committed')
      throw new HubError('internal', 'an audit entry with this id is there already')
  }
