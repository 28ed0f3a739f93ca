import type { Batch, BatchOf } from '../../audit/export/inclusion-path.ts'
import type { ExportAuditDeps } from '../../casework/export-audit.ts'
import { HubError } from '../../kernel/hub-error.ts'
import { leafOfRow } from './appended-batches.ts'
import { firstKey } from './audit-rows.ts'
import { batchKey, batchKind, logPartition } from './log-rows.ts'
import type { Store } from './store.ts'

/** By the first of each entry's rows, which has the salt. An entry that waits has none yet. */
export const readLeavesIn =
  (store: Store, auditLog: string): ExportAuditDeps['readLeaves'] =>
  async (entries) => {
    const keys = entries.map(firstKey)
    const rows = keys.length === 0 ? [] : await store.batch({ [auditLog]: keys })
    const byPlace = new Map(rows.map((row) => [`${String(row['pk'])}\n${String(row['sk'])}`, row]))
    return keys.flatMap(({ pk, sk }) => {
      const row = byPlace.get(`${pk}\n${sk}`)
      if (row === undefined) return []
      const leaf = leafOfRow(row)
      if (leaf === undefined)
        throw new HubError('internal', 'a row of the log cannot be read as a leaf')
      return [{ index: Number(row['leafIndex']), leaf }]
    })
  }

const readBatch = async (store: Store, table: string, index: number): Promise<Batch> => {
  const { rows } = await store.query({
    table,
    partition: { field: 'pk', value: logPartition },
    range: { kind: 'between', field: 'sk', from: batchKey(0).sk, to: batchKey(index).sk },
    descending: true,
    limit: 1,
    consistent: true,
  })
  const [row] = rows
  if (row === undefined) throw new HubError('internal', 'a batch of the log is missing')
  const { first, before, leaves } = batchKind.read(row)
  return {
    before: { size: first, hashes: before.map((hash) => Buffer.from(hash)) },
    leaves: leaves.map(({ leafHash }) => Buffer.from(leafHash)),
  }
}

const holds = ({ before, leaves }: Batch, index: number): boolean =>
  before.size <= index && index < before.size + leaves.length

/** What was read is not read again, for any leaf that stands in it: what was appended never changes. */
export const batchesIn = (store: Store, auditLog: string) => (): BatchOf => {
  const read: Batch[] = []
  return async (index) => {
    const known = read.find((batch) => holds(batch, index))
    if (known !== undefined) return known
    const batch = await readBatch(store, auditLog, index)
    read.push(batch)
    return batch
  }
}
