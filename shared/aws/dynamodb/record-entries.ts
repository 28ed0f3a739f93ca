import type { AuditEntry } from '../../audit/audit-entry.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { mostActions } from '../../kernel/most-actions.ts'
import { auditRows } from './audit-rows.ts'
import { chunksOf } from './chunks-of.ts'
import type { Store } from './store.ts'

/** Records entries of something that writes nothing else: a read (before it discloses) or a refusal. */
export const recordEntriesIn =
  (store: Store, table: string) =>
  async (entries: readonly AuditEntry[]): Promise<void> => {
    for (const rows of chunksOf(auditRows(table, entries), mostActions))
      if ((await store.transact(rows)) !== 'committed')
        throw new HubError('internal', 'an audit entry with this id is there already')
  }
