import type { DynamoDBRecord } from 'aws-lambda'
import {
  type RowChange,
  type WatchTableDeps,
  watchTable,
} from '../../shared/casework/watch-table.ts'
import type { Log } from '../../shared/logging/logger.ts'
import { inOrder } from '../../shared/streams/in-order.ts'

export type Deps = WatchTableDeps & {
  readonly log: Log
  readonly changeIn: (record: DynamoDBRecord) => RowChange
}

/** The streams of the watched tables. An alarm rings on the line of a change that is not known; of a known one none is written. */
export const createHandler = (deps: Deps) =>
  inOrder(
    async (record) => {
      const change = deps.changeIn(record)
      const { kind: known } = await watchTable(change, deps)
      if (known === 'known') return undefined
      const { table, kind, event } = change
      deps.log('warn', 'UNKNOWN_CHANGE', { table, kind, event })
      return { table, kind: 'unknown', event }
    },
    { log: deps.log, isSwept: false },
  )
