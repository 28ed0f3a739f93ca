import type { Action, Store } from '../../shared/aws/dynamodb/store.ts'

const placeIn = (action: Action): unknown => {
  if (action.kind === 'put') return action.row['waitingFor']
  return action.kind === 'update' ? action.set?.['waitingFor'] : undefined
}

/**
 * A store that answers by itself for places of the waiting index in which nothing was ever written through it: a sweep looks
 * into hundreds, and a test has something in three. All else is asked, so that a crash at one call of a sweep hits its work.
 * `before`: table and place of what stood there already.
 */
export const withWrittenPlaces = (store: Store, before: Iterable<string>): Store => {
  const written = new Set(before)
  return {
    ...store,
    query: (query) =>
      query.index === 'waiting' && !written.has(`${query.table} ${query.partition.value}`)
        ? Promise.resolve({ rows: [], next: undefined })
        : store.query(query),
    update: (table, change) => {
      written.add(`${table} ${String(change.set?.['waitingFor'])}`)
      return store.update(table, change)
    },
    transact: (actions) => {
      for (const action of actions) written.add(`${action.table} ${String(placeIn(action))}`)
      return store.transact(actions)
    },
  }
}
