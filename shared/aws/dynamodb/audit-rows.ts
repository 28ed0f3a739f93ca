import type { AuditEntry } from '../../audit/audit-entry.ts'
import { putNew } from './actions.ts'
import type { Put } from './store.ts'

/** Partitions over which unsealed entries spread, so that no writer waits for another. */
export const unsealedShards = 8

/** The shard an entry waits in until it is sealed: the last hex digit of its random part. */
const shardOf = (entryId: string): string =>
  `UNSEALED#${Number.parseInt(entryId.slice(-1), 16) % unsealedShards}`

/** Sort key of an entry: by time, then by id. */
export const entrySortKey = (entry: Pick<AuditEntry, 'at' | 'entryId'>): string =>
  `${entry.at}#${entry.entryId}`

/**
 * The rows of entries, to be added to the transaction of what they record. Each entry stands once under every subject,
 * so that asking "what happened to this record" is one query; only the first row is indexed and waits to be sealed.
 */
export const auditRows = (table: string, entries: readonly AuditEntry[]): Put[] =>
  entries.flatMap((entry) =>
    entry.subjects.map((subject, index) =>
      putNew(table, {
        pk: `SUBJECT#${subject}`,
        sk: entrySortKey(entry),
        entry,
        ...(index === 0 && {
          actor: entry.actor,
          authority: entry.authority,
          day: entry.at.slice(0, 10),
          unsealed: shardOf(entry.entryId),
        }),
      }),
    ),
  )

/** The row of an entry that waits to be sealed; the others are copies, each under another subject of it. */
export const isFirstOfEntry = ({ row }: Put): boolean => row['unsealed'] !== undefined
