import { setImmediate } from 'node:timers'
import { itemSize } from '../../local/in-memory/item-size.ts'
import type { Action, Query, Row, Store } from '../../shared/aws/dynamodb/store.ts'

/** What was asked of the tables. Units are those of the tables themselves; what their indexes write is not in it. */
export type Asked = {
  readonly roundTrips: number
  readonly rowsRead: number
  readonly readUnits: number
  readonly writeUnits: number
}

const readUnit = 4096
const writeUnit = 1024

const unitsOf = (bytes: number, unit: number): number => Math.max(1, Math.ceil(bytes / unit))

/** A query is paid by all that it reads together, half where it may trail. */
const queried = ({ consistent }: Query, rows: readonly Row[]): number =>
  unitsOf(
    rows.reduce((sum, row) => sum + itemSize(row), 0),
    readUnit,
  ) * (consistent === true ? 1 : 0.5)

/** In a transaction each row is paid twice, and so is what is only checked. */
const written = (action: Action): number =>
  2 * (action.kind === 'put' ? unitsOf(itemSize(action.row), writeUnit) : 1)

/** Lets all calls that are open at once wait for one round trip. */
const roundTrips = () => {
  let open: (() => void)[] = []
  let made = 0
  const answerAll = (): void => {
    const answered = open
    open = []
    made += 1
    for (const answer of answered) answer()
  }
  return {
    wait: (): Promise<void> =>
      new Promise((resolve) => {
        if (open.length === 0) setImmediate(answerAll)
        open.push(resolve)
      }),
    made: (): number => made,
  }
}

const rowUnits = (row: Row | undefined): number =>
  unitsOf(row === undefined ? 0 : itemSize(row), readUnit)

/**
 * A store that counts what it is asked, and how often the caller has to wait: every call is answered with all others that
 * are open, and what is asked upon an answer is the next round trip. Rows that are not there are paid, too.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const countingStore = (
  store: Store,
): { readonly store: Store; readonly asked: () => Asked } => {
  const trips = roundTrips()
  const sum = { rowsRead: 0, readUnits: 0, writeUnits: 0 }
  const read = (rows: readonly Row[], units: number): void => {
    sum.rowsRead += rows.length
    sum.readUnits += units
  }
  return {
    store: {
      get: async (table, key) => {
        await trips.wait()
        const row = await store.get(table, key)
        read(row === undefined ? [] : [row], rowUnits(row))
        return row
      },
      batch: async (keys) => {
        await trips.wait()
        const rows = await store.batch(keys)
        const missing = Object.values(keys).flat().length - rows.length
        read(
          rows,
          rows.reduce((units, row) => units + rowUnits(row), missing),
        )
        return rows
      },
      query: async (query) => {
        await trips.wait()
        const page = await store.query(query)
        read(page.rows, queried(query, page.rows))
        return page
      },
      update: async (table, change) => {
        await trips.wait()
        const row = await store.update(table, change)
        sum.writeUnits += unitsOf(itemSize(row), writeUnit)
        return row
      },
      transact: async (actions) => {
        await trips.wait()
        sum.writeUnits += actions.reduce((units, action) => units + written(action), 0)
        return store.transact(actions)
      },
    },
    asked: () => ({ ...sum, roundTrips: trips.made() }),
  }
}

/** What was asked between two moments. */
export const between = (before: Asked, after: Asked): Asked => ({
  roundTrips: after.roundTrips - before.roundTrips,
  rowsRead: after.rowsRead - before.rowsRead,
  readUnits: after.readUnits - before.readUnits,
  writeUnits: after.writeUnits - before.writeUnits,
})
