import type { Action, Key, KeyedRow, Refusal, Row, Store } from '../../shared/aws/dynamodb/store.ts'
import type { TableDefinition } from '../../shared/aws/dynamodb/tables.ts'
import { holds, keyOf, rowAfter } from './act.ts'
import { invalid } from './invalid.ts'
import { sizeOf } from './item-size.ts'
import { createTable, type Table, type Written } from './table.ts'
import { idOf } from './table-view.ts'

export type InMemoryStore = Store & {
  /** Every row of a table, in no order. */
  readonly rows: (table: string) => readonly KeyedRow[]
}

const mostActions = 100
const mostItemBytes = 400 * 1024
const mostTransactionBytes = 4 * 1024 * 1024

const requireFit = (row: KeyedRow | undefined): number => {
  const size = row === undefined ? 0 : sizeOf(row)
  if (size > mostItemBytes) throw invalid('Item size has exceeded the maximum allowed size')
  return size
}

/** The fields that an action says itself: of these DynamoDB looks at the keys of indexes before at any condition. */
const writtenBy = (action: Action): KeyedRow => {
  if (action.kind === 'put') return action.row
  return action.kind === 'update' ? { ...action.set, ...action.key } : action.key
}

/** @throws a ValidationException for what DynamoDB takes in no transaction */
const requireSane = (actions: readonly Action[], tableOf: (name: string) => Table): void => {
  if (actions.length === 0 || actions.length > mostActions)
    throw invalid(`a transaction has 1 to ${mostActions} actions`)
  const ids = new Set(actions.map((action) => `${action.table} ${idOf(keyOf(action))}`))
  if (ids.size < actions.length)
    throw invalid('Transaction request cannot include multiple operations on one item')
  for (const action of actions) tableOf(action.table).requireIndexKeys(writtenBy(action))
}

const transact = (
  actions: readonly Action[],
  tableOf: (name: string) => Table,
): 'committed' | Refusal => {
  requireSane(actions, tableOf)
  const steps = actions.map((action) => {
    const table = tableOf(action.table)
    return { action, table, before: table.get(keyOf(action)) }
  })
  const index = steps.findIndex(({ action, before }) => !holds(action.condition, before))
  if (index >= 0) {
    const refused = steps[index]
    const old = refused?.action.kind === 'put' ? refused.before : undefined
    return { index, old }
  }
  const writes = steps.map((step) => ({ ...step, after: rowAfter(step.action, step.before) }))
  for (const { table, after } of writes) if (after !== undefined) table.requireIndexKeys(after)
  const bytes = writes.reduce((total, { after }) => total + requireFit(after), 0)
  if (bytes > mostTransactionBytes) throw invalid('a transaction has 4 MB at most')
  for (const { action, table, after } of writes)
    if (action.kind !== 'check') table.write(keyOf(action), after)
  return 'committed'
}

const batch = (
  keys: Readonly<Record<string, readonly Key[]>>,
  tableOf: (name: string) => Table,
): readonly Row[] =>
  Object.entries(keys).flatMap(([name, wanted]) => {
    if (new Set(wanted.map(idOf)).size < wanted.length)
      throw invalid('Provided list of item keys contains duplicates')
    return wanted.flatMap((key) => tableOf(name).get(key) ?? [])
  })

/** A row as a store in memory keeps it, which nobody can change. */
export type Standing = { readonly table: string; readonly row: KeyedRow }

/**
 * The tables in memory, with DynamoDB's conditions, indexes and limits; its indexes never trail. Rows go in as
 * copies, which nobody can change; `standing` are those of another such store, which stand there from the start.
 * The contract suite runs over both. `tables` is by the name that the adapters are told.
 */
export const createInMemoryStore = (
  tables: Readonly<Record<string, TableDefinition>>,
  onWrite: (written: Written) => void = () => {},
  standing: readonly Standing[] = [],
): InMemoryStore => {
  const rowsOf = Map.groupBy(standing, ({ table }) => table)
  const made = new Map(
    Object.entries(tables).map(([name, definition]) => {
      const rows = (rowsOf.get(name) ?? []).map(({ row }) => row)
      return [name, createTable(name, { definition, onWrite, standing: rows })]
    }),
  )
  const tableOf = (name: string): Table => {
    const table = made.get(name)
    if (table === undefined)
      throw Object.assign(new Error(`no table ${name}`), { name: 'ResourceNotFoundException' })
    return table
  }
  return {
    get: async (table, key) => tableOf(table).get(key),
    batch: async (keys) => batch(keys, tableOf),
    query: async (query) => tableOf(query.table).query(query),
    update: async (table, change) => {
      const refusal = transact([{ kind: 'update', table, ...change }], tableOf)
      if (refusal !== 'committed') throw new Error('a change without a condition is never refused')
      return tableOf(table).get(change.key) ?? {}
    },
    transact: async (actions) => transact(actions, tableOf),
    rows: (table) => tableOf(table).all(),
  }
}
