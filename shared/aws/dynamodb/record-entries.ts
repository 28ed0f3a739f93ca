import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { AuditEntry } from '../../audit/audit-entry.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { auditRows } from './audit-rows.ts'
import { transact } from './transact.ts'

/** Records entries of something that writes nothing else: a read (before it discloses) or a refusal. */
export const recordEntriesIn =
  (client: DynamoDBClient, table: string) =>
  async (entries: readonly AuditEntry[]): Promise<void> => {
    const result = await transact(client, auditRows(table, entries))
    if (result !== 'committed')
      throw new HubError('internal', 'an audit entry with this id is there already')
  }
