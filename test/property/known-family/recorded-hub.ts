import { createInMemoryKeys, keyIds } from '../../../local/in-memory/keys.ts'
import { createInMemoryStore } from '../../../local/in-memory/store.ts'
import { directoryPartition } from '../../../shared/aws/dynamodb/keys.ts'
import type { Action, Key, Store } from '../../../shared/aws/dynamodb/store.ts'
import { tables as definitions, forEachTable } from '../../../shared/aws/dynamodb/tables.ts'
import type { Keys } from '../../../shared/aws/kms/keys.ts'
import type { Trial } from '../../../shared/matching/trial.ts'
import { idsInOrder } from '../../fakes/ids-in-order.ts'
import { startTestHub } from '../../fakes/test-hub.ts'

const tables = forEachTable((name) => name)

/** What kind of row a key is of; what follows in it are ids. */
const kindOf = ({ pk, sk }: Key): string => `${pk.split('#')[0]} ${sk.split('#')[0]}`
const rowOf = (action: Action): Key => (action.kind === 'put' ? action.row : action.key)

/** Each call of the store by what it asks, in the order of asking. */
const recordedStore = (store: Store, called: (call: string) => void): Store => ({
  get: (table, key) => {
    called(`get ${table} ${kindOf(key)}`)
    return store.get(table, key)
  },
  batch: (keys) => {
    const asked = Object.entries(keys).map(([table, some]) => `${table} ${some.map(kindOf)}`)
    called(`batch ${asked}`)
    return store.batch(keys)
  },
  query: (query) => {
    const { table, index = '', partition, limit = '' } = query
    // Who is served is read by the minute, by whoever comes first in it, and says nothing of anybody.
    if (partition.value !== directoryPartition)
      called(`query ${table} ${index} ${partition.field} ${limit}`)
    return store.query(query)
  },
  update: (table, change) => {
    called(`update ${table} ${kindOf(change.key)} ${Object.keys(change.add ?? {})}`)
    return store.update(table, change)
  },
  transact: (actions) => {
    const asked = actions.map((one) => `${one.kind} ${one.table} ${kindOf(rowOf(one))}`)
    called(`transact ${asked}`)
    return store.transact(actions)
  },
})

/** The public key is fetched once in the life of a container, whoever calls first. */
const recordedKeys = (keys: Keys, called: (call: string) => void): Keys => ({
  ...keys,
  mac: (key, message) => {
    called(`mac ${key}`)
    return keys.mac(key, message)
  },
  isMac: (key, signed) => {
    called(`isMac ${key}`)
    return keys.isMac(key, signed)
  },
  unwrap: (key, wrapped, context) => {
    called(`unwrap ${key}`)
    return keys.unwrap(key, wrapped, context)
  },
})

/** A hub in memory that tells which calls of AWS were made while something was asked of it. */
export const startRecordedHub = async (trial: Trial) => {
  let calls: string[] = []
  const called = (call: string): void => void calls.push(call)
  const store = createInMemoryStore(definitions)
  const hub = await startTestHub(
    {
      store: recordedStore(store, called),
      keys: recordedKeys(createInMemoryKeys(), called),
      keyIds,
      tables,
      rows: async (table) => store.rows(table),
    },
    trial,
    idsInOrder(),
  )
  return {
    hub,
    /** What came of it, and the calls made meanwhile. */
    during: async <T>(ask: () => Promise<T>): Promise<readonly [T, readonly string[]]> => {
      calls = []
      const answer = await ask()
      return [answer, calls]
    },
  }
}
export type RecordedHub = Awaited<ReturnType<typeof startRecordedHub>>
