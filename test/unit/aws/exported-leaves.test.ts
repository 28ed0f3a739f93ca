import { beforeEach, describe, expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { type AuditEntry, recorderFor } from '../../../shared/audit/audit-entry.ts'
import { entryPosition } from '../../../shared/audit/entry-position.ts'
import { put, remove } from '../../../shared/aws/dynamodb/actions.ts'
import { firstKey, placesOf, waitingKey } from '../../../shared/aws/dynamodb/audit-rows.ts'
import { readLeavesIn } from '../../../shared/aws/dynamodb/exported-leaves.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { tables } from '../../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../../shared/aws/new-id.ts'

const names = { auditEntries: 'auditEntries', auditLog: 'auditLog' }
const entryAt = (at: string): AuditEntry =>
  recorderFor({ actor: 'client' }, new Date(at), newId)('ALERT_READ', ['alert', 'child'])[0]
const early = entryAt('2026-11-26T10:00:00Z')
const late = entryAt('2026-11-26T11:00:00Z')

const seal = async (store: Store, entry: AuditEntry, leafIndex: number): Promise<void> => {
  const { standsUnder, indexFields, schema } = placesOf(entry)
  for (const [at, pk] of standsUnder.entries()) {
    const first = at === 0 && { salt: 'salt', ...indexFields }
    const row = { pk, sk: entryPosition(entry), schema, entry, leafIndex, ...first }
    await store.transact([put(names.auditLog, row)])
  }
}
const wait = async (store: Store, entry: AuditEntry): Promise<void> => {
  await store.transact([put(names.auditEntries, { ...waitingKey(entry), entry })])
}

describe('the leaves of an export', () => {
  let store: Store
  beforeEach(async () => {
    store = createInMemoryStore(tables)
    await seal(store, early, 0)
  })
  const indices = async (from: Store): Promise<readonly number[]> =>
    (await readLeavesIn(from, names)([early, late])).map(({ index }) => index)

  it('are of what is sealed, and not of what waits', async () => {
    await wait(store, late)
    expect(await indices(store)).toEqual([0])
  })

  it('are none where nothing is asked for', async () => {
    expect(await readLeavesIn(store, names)([])).toEqual([])
  })

  it('are of what is sealed while they are read', async () => {
    const sealing: Store = {
      ...store,
      batch: async (keys) => {
        const rows = await store.batch(keys)
        if (names.auditEntries in keys) await seal(store, late, 1)
        return rows
      },
    }
    expect(await indices(sealing)).toEqual([0, 1])
  })

  it('are not given where somebody took the row of an entry away', async () => {
    await seal(store, late, 1)
    await store.transact([remove(names.auditLog, firstKey(late))])
    await expect(indices(store)).rejects.toMatchObject({ code: 'internal' })
  })
})
