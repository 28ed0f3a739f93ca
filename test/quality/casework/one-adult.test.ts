import { expect, it } from 'vitest'
import { itemSize } from '../../../local/in-memory/item-size.ts'
import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { say } from '../../../local/say.ts'
import type { Store } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import { partsOf } from '../../../shared/config/sweepers.ts'
import { aConcern } from '../../builders/a-concern.ts'
import { drugService } from '../../builders/clients.ts'
import { callsOf } from '../../builders/hub-calls.ts'
import { startTestHub } from '../../fakes/test-hub.ts'

const concerns = process.env['HUB_NIGHTLY'] === undefined ? 24 : 1_000
const mostBytes = 100_000

/** Of one agency, within what each may send on one day. */
const systemOf = (at: number) => ({ ...drugService, clientId: `drug-service-${at % 8}` })

/** A hub that counts the transactions of one table's rows. */
const counting = async () => {
  const tables = forEachTable((name) => name)
  const store = createInMemoryStore(definitions)
  const count = { tried: 0, committed: 0 }
  const counted: Store = {
    ...store,
    transact: async (actions) => {
      // Whoever else is at work goes on meanwhile.
      await new Promise((resolve) => setImmediate(resolve))
      const result = await store.transact(actions)
      count.tried += 1
      if (result === 'committed') count.committed += 1
      return result
    },
  }
  const rows = async (table: string) => store.rows(table)
  const ground = { store: counted, keys: createInMemoryKeys(), keyIds, tables, rows }
  return { hub: await startTestHub(ground), store, count }
}

it(
  `${concerns} concerns about one adult, forty at once, are all assessed, and no row grows beyond a hundred kilobytes`,
  async () => {
    const { hub, store, count } = await counting()
    const calls = callsOf(hub)
    await calls.putChild('C1')
    for (let at = 0; at < concerns; at += 1)
      expect(
        (await calls.submit(`a-key-of-its-own-${at}-long`, aConcern(), systemOf(at))).status,
      ).toBe(202)
    // Eight in hand each.
    const parts = partsOf(8)
    const before = { ...count }
    let runs = 0
    const left = () =>
      store.rows('intake').filter(({ sk }) => String(sk) === 'ARRIVED#CONCERN').length
    while (left() > 0 && runs < 40) {
      hub.advance(61_000)
      await Promise.all(parts.map((part) => hub.clocks(part)))
      runs += 1
    }
    expect(left()).toBe(0)
    const assessed = store.rows('casework').filter(({ sk }) => sk === 'CONCERN')
    expect(assessed).toHaveLength(concerns)
    const sizes = ['intake', 'casework', 'register'].flatMap((table) =>
      store.rows(table).map(itemSize),
    )
    expect(Math.max(...sizes)).toBeLessThan(mostBytes)
    const tried = (count.tried - before.tried) / concerns
    const committed = (count.committed - before.committed) / concerns
    say(
      `${concerns} concerns about one adult: ${tried.toFixed(2)} transactions tried and ${committed.toFixed(2)} committed a concern, in ${runs} minutes; largest row ${Math.max(...sizes)} bytes`,
    )
    // One decides it; the others say that it was looked at again because of one about the same adult.
    expect(committed).toBeLessThan(concerns / 2)
  },
  60 * 60_000,
)
