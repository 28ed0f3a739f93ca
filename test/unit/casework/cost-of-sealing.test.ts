import { describe, expect, it } from 'vitest'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryObjects } from '../../../local/in-memory/objects.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { recordEntriesIn } from '../../../shared/aws/dynamodb/record-entries.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions } from '../../../shared/aws/dynamodb/tables.ts'
import { newId } from '../../../shared/aws/new-id.ts'
import { sealLogDeps } from '../../../shared/aws/seal-log-deps.ts'
import { sealLog } from '../../../shared/casework/seal-log.ts'
import { keysOf } from '../../../shared/kernel/keys-of.ts'
import { now } from '../../builders/ports.ts'

const place = {
  directory: 'directory',
  auditEntries: 'auditEntries',
  auditLog: 'auditLog',
  sealedLog: 'sealed-log',
  keyIds: [keyIds.log],
  origin: 'log',
}

/** The same functions, each call of which is counted. */
const counting = <Calls extends object>(calls: Calls, count: () => void): Calls =>
  Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      (...input: unknown[]): unknown => {
        count()
        return (call as (...input: unknown[]) => unknown)(...input)
      },
    ]),
  ) as Calls

/** Calls to each service while so many entries are sealed, each of which stands under so many records. */
const callsFor = async (entries: number, copies: number) => {
  const store: Store = createInMemoryStore(definitions)
  const record = recorderFor({ actor: 'somebody' }, now, newId)
  await recordEntriesIn(
    store,
    place.auditEntries,
  )(
    Array.from({ length: entries }, (_, at) =>
      record(
        'ALERT_READ',
        Array.from(
          { length: at % 4 === 0 ? Math.ceil(copies) : Math.floor(copies) },
          (_, each) => `record-${at}-${each}`,
        ),
      ),
    ).flat(),
  )
  const calls = { store: 0, keys: 0, objects: 0 }
  const clients = { store, keys: createInMemoryKeys(), objects: createInMemoryObjects() }
  const counted = Object.fromEntries(
    keysOf(calls).map((name) => [
      name,
      counting(clients[name], () => {
        calls[name] += 1
      }),
    ]),
  ) as typeof clients
  const deps = sealLogDeps(counted, place, { now: () => now, newId, log: () => undefined })
  const { sealed } = await sealLog(deps)
  expect(sealed).toBe(entries)
  const before = { ...calls }
  // What a run costs to which nothing is new.
  await sealLog(deps)
  return { ...before, idle: calls.store - before.store }
}

describe('sealing a thousand entries', () => {
  it.each([
    [1, 40],
    [2, 51],
    [3, 61],
  ])(
    'of %i records each takes %i calls to the tables, three at most to KMS, and three to the bucket',
    async (copies, most) => {
      const { store, keys, objects, idle } = await callsFor(1_000, copies)
      expect(store).toBeLessThanOrEqual(most)
      expect(keys).toBeLessThanOrEqual(3)
      expect(objects).toBe(3)
      expect(idle).toBe(18)
    },
  )

  // Of a hundred concerns of the mix in docs/cost.md: 399 entries, 500 copies.
  it('takes fewer than forty under load, of as many records as entries of concerns have: five of four entries', async () => {
    const { store, keys } = await callsFor(5_000, 1.25)
    expect(store / 5).toBeLessThanOrEqual(40)
    expect(keys / 5).toBeLessThanOrEqual(3)
  })
})
