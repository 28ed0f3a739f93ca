import { keyOf } from '../../local/in-memory/act.ts'
import type { Clients } from '../../shared/aws/clients.ts'
import type { Action, Row, Store } from '../../shared/aws/dynamodb/store.ts'
import type { TableDefinition } from '../../shared/aws/dynamodb/tables.ts'
import type { Keys } from '../../shared/aws/kms/keys.ts'
import type { Objects } from '../../shared/aws/s3/objects.ts'
import type { Publish } from '../../shared/aws/sns/publish.ts'
import { type Meter, waits } from './meter.ts'
import { indexWrites, readUnits, type Step, writeUnits } from './write-units.ts'

type Tables = Readonly<Record<string, TableDefinition>>

const rowOr = (row: Row | undefined): readonly Row[] => (row === undefined ? [] : [row])

const definitionOf = (tables: Tables, name: string): TableDefinition => {
  const definition = tables[name]
  if (definition === undefined) throw new Error(`no table ${name}`)
  return definition
}

const reading = (store: Store, { read, wait }: Meter): Pick<Store, 'get' | 'batch' | 'query'> => ({
  get: async (table, key) => {
    await wait(waits.read)
    const row = await store.get(table, key)
    read({ table, partition: key.pk }, readUnits(rowOr(row), true))
    return row
  },
  batch: async (keys) => {
    await wait(waits.read)
    for (const [table, wanted] of Object.entries(keys))
      for (const key of wanted) {
        const row = await store.get(table, key)
        read({ table, partition: key.pk }, readUnits(rowOr(row), true))
      }
    return store.batch(keys)
  },
  query: async (query) => {
    await wait(waits.read)
    const { filter: _f, ...all } = query
    const { table, index, partition } = query
    const place = { table, ...(index !== undefined && { index }), partition: partition.value }
    read(place, readUnits((await store.query(all)).rows, query.consistent === true))
    return store.query(query)
  },
})

const writing =
  ({ write }: Meter, tables: Tables) =>
  (table: string, { pk, step, units }: Written): void => {
    write({ table, partition: pk }, units)
    for (const { index, partition, units: each } of indexWrites(definitionOf(tables, table), step))
      write({ table, index, partition }, each)
  }
type Written = { readonly pk: string; readonly step: Step; readonly units: number }

/** In a transaction each row is paid twice, and so is what is only checked or refused. */
const transacting = (store: Store, meter: Meter, tables: Tables): Store['transact'] => {
  const written = writing(meter, tables)
  const readAll = (actions: readonly Action[]) =>
    Promise.all(actions.map((action) => store.get(action.table, keyOf(action))))
  return async (actions) => {
    await meter.wait(waits.write)
    const before = await readAll(actions)
    const result = await store.transact(actions)
    const after = await readAll(actions)
    for (const [at, action] of actions.entries()) {
      const key = keyOf(action)
      const stands = after[at]
      const step: Step = {
        before: before[at],
        after: stands === undefined ? undefined : { ...stands, ...key },
      }
      const sent = action.kind === 'put' ? action.row : step.after
      const units = 2 * writeUnits({ before: step.before, after: sent })
      written(action.table, { pk: key.pk, step, units })
    }
    return result
  }
}

const meteredStore = (store: Store, meter: Meter, tables: Tables): Store => ({
  ...reading(store, meter),
  update: async (table, change) => {
    await meter.wait(waits.write)
    const before = await store.get(table, change.key)
    const row = await store.update(table, change)
    const step: Step = { before, after: { ...row, ...change.key } }
    writing(meter, tables)(table, { pk: change.key.pk, step, units: writeUnits(step) })
    return row
  },
  transact: transacting(store, meter, tables),
})

const meteredKeys = (keys: Keys, { add, wait }: Meter): Keys => {
  const calling =
    <Input extends unknown[], Output>(
      unit: 'symmetricKeyCalls' | 'asymmetricKeyCalls',
      call: (...input: Input) => Promise<Output>,
    ) =>
    async (...input: Input): Promise<Output> => {
      await wait(waits.key)
      add(unit, 1)
      return call(...input)
    }
  return {
    publicKey: calling('asymmetricKeyCalls', keys.publicKey),
    sign: calling('asymmetricKeyCalls', keys.sign),
    mac: calling('symmetricKeyCalls', keys.mac),
    isMac: calling('symmetricKeyCalls', keys.isMac),
    makeSecret: calling('symmetricKeyCalls', keys.makeSecret),
    unwrap: calling('symmetricKeyCalls', keys.unwrap),
  }
}

const kilobyte = 1_024
/** SNS and SQS bill each 64 kB begun; SNS sends to SQS, and the receiver asks for it and deletes it. */
const chunkBytes = 64 * kilobyte
const requestsADelivery = 3

const meteredPublish =
  (publish: Publish, { add, wait }: Meter): Publish =>
  async (topic, message) => {
    await wait(waits.publish)
    const chunks = Math.ceil(Buffer.byteLength(message) / chunkBytes)
    add('publications', chunks)
    add('queueRequests', requestsADelivery * chunks)
    return publish(topic, message)
  }

const meteredObjects = (objects: Objects, { add, wait }: Meter): Objects => ({
  putNew: async (...put) => {
    await wait(waits.object)
    add('objectPuts', 1)
    return objects.putNew(...put)
  },
  get: async (...place) => {
    await wait(waits.object)
    add('objectGets', 1)
    return objects.get(...place)
  },
  // Billed as a put is.
  list: async (...place) => {
    await wait(waits.object)
    add('objectPuts', 1)
    return objects.list(...place)
  },
})

/** Clients that do what they stand before do, and put on the meter what AWS would bill of it. */
export const meteredClients = (
  { store, scan, keys, publish, objects, ...others }: Clients,
  meter: Meter,
  tables: Tables,
): Clients => ({
  store: meteredStore(store, meter, tables),
  // Only while a key of the index is being replaced: docs/runbooks/rotate-keys.md says what that costs.
  scan,
  keys: meteredKeys(keys, meter),
  publish: meteredPublish(publish, meter),
  objects: meteredObjects(objects, meter),
  ...others,
})
