import { setImmediate } from 'node:timers/promises'
import { itemSize } from '../../local/in-memory/item-size.ts'
import type { Action, Row, Store } from '../../shared/aws/dynamodb/store.ts'

/** What was asked of the tables: round trips one after the other, and capacity units. */
export type Cost = {
  readonly roundTrips: number
  readonly readUnits: number
  readonly writeUnits: number
}

const readUnit = 4096
const writeUnit = 1024

const sizeOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + itemSize(row), 0)
const unitsOf = (bytes: number, unit: number): number => Math.max(1, Math.ceil(bytes / unit))
const written = (action: Action): number => (action.kind === 'put' ? itemSize(action.row) : 0)

/**
 * A store that counts what is asked of it. Calls that are open together are one round trip. A row that is read by its key
 * counts by itself, also where there is none; a query by all that it read, half where it need not be consistent; a write
 * in a transaction twice.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const countingStore = (
  store: Store,
): { readonly store: Store; readonly cost: () => Cost } => {
  const count = { roundTrips: 0, readUnits: 0, writeUnits: 0 }
  let open = 0
  const answering = async <Answer>(answer: () => Promise<Answer>): Promise<Answer> => {
    if (open === 0) count.roundTrips += 1
    open += 1
    await setImmediate()
    open -= 1
    return answer()
  }
  return {
    store: {
      get: async (table, key) => {
        const row = await answering(() => store.get(table, key))
        count.readUnits += unitsOf(row === undefined ? 0 : itemSize(row), readUnit)
        return row
      },
      batch: async (keys) => {
        const rows = await answering(() => store.batch(keys))
        const missing = Object.values(keys).flat().length - rows.length
        const each = rows.reduce((sum, row) => sum + unitsOf(itemSize(row), readUnit), 0)
        count.readUnits += each + missing
        return rows
      },
      query: async (query) => {
        const page = await answering(() => store.query(query))
        const share = query.consistent === true ? 1 : 0.5
        count.readUnits += share * unitsOf(sizeOf(page.rows), readUnit)
        return page
      },
      transact: async (actions) => {
        const units = actions.map((action) => 2 * unitsOf(written(action), writeUnit))
        count.writeUnits += units.reduce((sum, each) => sum + each, 0)
        return answering(() => store.transact(actions))
      },
    },
    cost: () => ({ ...count }),
  }
}
