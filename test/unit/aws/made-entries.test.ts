import { describe, expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { entryPosition } from '../../../shared/audit/entry-position.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { placesOf, waitingKey } from '../../../shared/aws/dynamodb/audit-rows.ts'
import { readMadeEntriesIn } from '../../../shared/aws/dynamodb/made-entries.ts'
import { tables } from '../../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../../shared/aws/new-id.ts'

const names = { auditEntries: 'auditEntries', auditLog: 'auditLog' }

const entryOf = (at: string, gatewayId?: string) => {
  const actor = { actor: 'client', ...(gatewayId !== undefined && { gatewayId }) }
  return recorderFor(actor, new Date(at), newId)('ALERT_READ', ['alert', 'child'])[0]
}

it('finds what a request made in a window across midnight, sealed or waiting, each once', async () => {
  const store = createInMemoryStore(tables)
  const seal = async (entry: ReturnType<typeof entryOf>): Promise<void> => {
    const { standsUnder, indexFields } = placesOf(entry)
    for (const [at, pk] of standsUnder.entries())
      await store.transact([
        put(names.auditLog, {
          pk,
          sk: entryPosition(entry),
          entry,
          leafIndex: 0,
          ...(at === 0 && { salt: 'salt', ...indexFields }),
        }),
      ])
  }
  await seal(entryOf('2026-11-25T23:59:00Z', 'g-1'))
  await seal(entryOf('2026-11-26T00:01:00Z', 'g-2'))
  await seal(entryOf('2026-11-26T00:02:00Z'))
  await seal(entryOf('2026-11-26T02:00:00Z', 'g-3'))
  const waiting = entryOf('2026-11-26T00:03:00Z', 'g-4')
  await store.transact([put(names.auditEntries, { ...waitingKey(waiting), entry: waiting })])
  const made = await readMadeEntriesIn(
    store,
    names,
  )({ from: new Date('2026-11-25T23:55:00Z'), to: new Date('2026-11-26T01:00:00Z') })
  expect(made.map(({ gatewayId }) => gatewayId).toSorted()).toEqual(['g-1', 'g-2', 'g-4'])
})

describe('a window', () => {
  it('of a hub in which nothing happened is empty', async () => {
    const read = readMadeEntriesIn(createInMemoryStore(tables), names)
    expect(await read({ from: new Date(0), to: new Date(1) })).toEqual([])
  })
})
