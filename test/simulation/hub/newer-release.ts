import type { Action, Change, KeyedRow, Row, Store } from '../../../shared/aws/dynamodb/store.ts'
import { tables } from '../world/place.ts'

/** What rows are about. Of others only the row has more: keys and counts are lists by name, of which each means something. */
const contents = ['alert', 'standing', 'received', 'message', 'review', 'assessment']
/** Of these what is written is hashed, so a later release changes them by itself. */
const sealed: readonly string[] = [tables.auditEntries, tables.auditLog]

const laterIn = (fields: Row): Row =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      contents.includes(name) ? { ...Object(value), later: { said: true } } : value,
    ]),
  )

const withLater = <Fields extends Row>(fields: Fields): Fields => ({
  ...fields,
  ...laterIn(fields),
  later: 'a text',
})

const changed = <Changed extends Change>(change: Changed): Changed =>
  change.set === undefined ? change : { ...change, set: withLater(change.set) }

const writtenLater = (action: Action): Action => {
  if (sealed.includes(action.table)) return action
  if (action.kind === 'update') return changed(action)
  return action.kind === 'put' ? { ...action, row: withLater<KeyedRow>(action.row) } : action
}

/** The tables as the next release writes them, which runs beside this one while it is being deployed. */
export const ofNewerRelease = (store: Store): Store => ({
  ...store,
  update: (table, change) => store.update(table, changed(change)),
  transact: (actions) => store.transact(actions.map(writtenLater)),
})
