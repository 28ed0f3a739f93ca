import { grantsOf, type Resource } from '../../infra/grants.ts'
import { someRows } from '../../infra/some-rows.ts'
import type { Action, Key, Store } from '../../shared/aws/dynamodb/store.ts'
import type { TableName } from '../../shared/aws/dynamodb/tables.ts'
import type { FunctionName } from '../../shared/config/functions.ts'

type Rows = { readonly table: TableName; readonly partitions: readonly string[] }

/** What a line of the grants is about: a table or an index as a whole, or some rows of a table. */
const coverOf = (
  resource: Resource,
): { readonly of: string; readonly partitions: readonly string[] } => {
  const rows = new Map<string, Rows>(Object.entries(someRows)).get(resource)
  return rows === undefined
    ? { of: resource, partitions: ['*'] }
    : { of: rows.table, partitions: rows.partitions }
}

/** One index of a table of which all are granted is granted too. */
const isPart = (of: string, granted: string): boolean =>
  granted === of || (of.includes('/') && granted === `${of.split('/')[0]}/*`)

/** As IAM compares: with a star at the end whatever begins so, else the very same. */
const isIn = (pk: string, partition: string): boolean =>
  partition.endsWith('*') ? pk.startsWith(partition.slice(0, -1)) : pk === partition

const actionNames = {
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
  check: 'ConditionCheckItem',
} as const satisfies Record<Action['kind'], string>

const keyOf = (action: Action): Key => (action.kind === 'put' ? action.row : action.key)

/** Asks once for each text. */
const remembered = <Answer>(ask: (text: string) => Answer): ((text: string) => Answer) => {
  const known = new Map<string, Answer>()
  return (text) => {
    const answer = known.get(text) ?? ask(text)
    known.set(text, answer)
    return answer
  }
}

/**
 * The store as a function's role sees it: refuses what the grants do not allow, by the partition of the row too, which the
 * emulator does not look at.
 */
export const grantedStore = (
  store: Store,
  name: FunctionName,
  tables: Readonly<Record<TableName, string>>,
): Store => {
  const granted = grantsOf(name).map(([resource, actions]) => ({ ...coverOf(resource), actions }))
  const idOf = new Map(Object.entries(tables).map(([id, table]) => [table, id]))
  const nameOf = (table: string, index: string): string =>
    index === '' ? (idOf.get(table) ?? table) : `${idOf.get(table) ?? table}/${index}`
  const linesFor = remembered((what: string) => {
    const [action = '', table = '', index = ''] = what.split(' ')
    const of = nameOf(table, index)
    return granted.filter((line) => isPart(of, line.of) && line.actions.includes(action))
  })
  const demand = (
    action: string,
    table: string,
    { pk = '', index = '' }: Partial<Key> & { index?: string },
  ) => {
    const isAllowed = linesFor(`${action} ${table} ${index}`).some(({ partitions }) =>
      partitions.some((partition) => isIn(pk, partition)),
    )
    if (!isAllowed)
      throw new Error(`${name} may not ${action} ${nameOf(table, index)} ${pk.split('#')[0]}`)
  }
  return {
    get: async (table, key) => {
      demand('GetItem', table, key)
      return store.get(table, key)
    },
    batch: async (keys) => {
      for (const [table, all] of Object.entries(keys))
        for (const key of all) demand('BatchGetItem', table, key)
      return store.batch(keys)
    },
    query: async (query) => {
      const { table, index, partition } = query
      demand('Query', table, index === undefined ? { pk: partition.value } : { index })
      return store.query(query)
    },
    update: async (table, change) => {
      demand('UpdateItem', table, change.key)
      return store.update(table, change)
    },
    transact: async (actions) => {
      for (const action of actions) demand(actionNames[action.kind], action.table, keyOf(action))
      return store.transact(actions)
    },
  }
}
