import { describe, expect, it } from 'vitest'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { type Actor, recorderFor } from '../../../shared/audit/audit-entry.ts'
import { entryPosition } from '../../../shared/audit/entry-position.ts'
import { put } from '../../../shared/aws/dynamodb/actions.ts'
import { placesOf, waitingKey } from '../../../shared/aws/dynamodb/audit-rows.ts'
import { readMadeEntriesIn } from '../../../shared/aws/dynamodb/made-entries.ts'
import { tables } from '../../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../../shared/aws/new-id.ts'

const names = { auditEntries: 'auditEntries', auditLog: 'auditLog' }

const entryOf = (at: string, gatewayId?: string, by: Partial<Actor> = {}) => {
  const actor = { actor: 'client', agency: 'agency', ...(gatewayId !== undefined && { gatewayId }) }
  return recorderFor({ ...actor, ...by }, new Date(at), newId)('ALERT_READ', ['alert', 'child'])[0]
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
  await seal(
    entryOf('2026-11-26T00:02:00Z', undefined, { actor: 'assess-concern', agency: undefined }),
  )
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
  it.each<[string, Partial<Actor>, boolean]>([
    ['a client', {}, true],
    ['a client that names no agency', { agency: undefined }, true],
    ['a function that names an agency', { actor: 'assess-concern' }, true],
    ['a function', { actor: 'assess-concern', agency: undefined }, false],
    ['an operator', { actor: 'operator', agency: undefined }, false],
  ])('has what %s did without a request: %j, %s', async (_who, by, isMade) => {
    const store = createInMemoryStore(tables)
    const at = '2026-11-26T00:03:00.000Z'
    const entry = entryOf(at, undefined, by)
    await store.transact([put(names.auditEntries, { ...waitingKey(entry), entry })])
    const read = readMadeEntriesIn(store, names)
    const made = await read({ from: new Date(at), to: new Date('2026-11-26T00:04:00Z') })
    expect(made).toEqual(
      isMade ? [{ gatewayId: undefined, at: new Date(at), outcome: 'DONE' }] : [],
    )
  })

  it('of a hub in which nothing happened is empty', async () => {
    const read = readMadeEntriesIn(createInMemoryStore(tables), names)
    expect(await read({ from: new Date(0), to: new Date(1) })).toEqual([])
  })
})
