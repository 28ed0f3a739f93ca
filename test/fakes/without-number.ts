import { schemaField } from '../../shared/aws/dynamodb/rows/upcast.ts'
import type { Row, Store } from '../../shared/aws/dynamodb/store.ts'

const plain = ({ [schemaField]: _number, ...row }: Row): Row => row

/** A store whose rows are told without their schema number, to compare them with what was put. */
export const withoutNumber = (store: Store): Store => ({
  get: async (table, key) => {
    const row = await store.get(table, key)
    return row === undefined ? undefined : plain(row)
  },
  batch: async (keys) => (await store.batch(keys)).map(plain),
  query: async (query) => {
    const { rows, next } = await store.query(query)
    return { rows: rows.map(plain), next }
  },
  update: async (table, change) => plain(await store.update(table, change)),
  transact: async (actions) => {
    const result = await store.transact(actions)
    if (result === 'committed' || result.old === undefined) return result
    return { ...result, old: plain(result.old) }
  },
})
