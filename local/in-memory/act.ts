import { storedFields, storedRow } from '../../shared/aws/dynamodb/rows/stored-row.ts'
import { schemaField, schemaNumber } from '../../shared/aws/dynamodb/rows/upcast.ts'
import type {
  Action,
  Condition,
  Key,
  KeyedRow,
  UpdateAction,
} from '../../shared/aws/dynamodb/store.ts'
import { copyOfRow } from './plain.ts'

export const keyOf = (action: Action): Key => (action.kind === 'put' ? action.row : action.key)

export const holds = (condition: Condition | undefined, row: KeyedRow | undefined): boolean => {
  switch (condition?.kind) {
    case undefined:
      return true
    case 'absent':
      return row === undefined
    case 'has':
      return row?.[condition.field] !== undefined
    case 'equals':
      return row?.[condition.field] === condition.value
  }
}

const updated = (
  { key, set = {}, add = {}, remove = [] }: UpdateAction,
  row: KeyedRow | undefined,
): KeyedRow => {
  const { pk, sk } = key
  const changed: Record<string, unknown> = {
    [schemaField]: schemaNumber,
    ...row,
    ...storedFields(set),
  }
  for (const field of remove) delete changed[field]
  for (const [field, by] of Object.entries(add)) changed[field] = Number(row?.[field] ?? 0) + by
  return { ...changed, pk, sk }
}

/** The row as the action leaves it; undefined when it leaves none. */
export const rowAfter = (action: Action, row: KeyedRow | undefined): KeyedRow | undefined => {
  switch (action.kind) {
    case 'put':
      return copyOfRow(storedRow(action.row))
    case 'update':
      return copyOfRow(updated(action, row))
    case 'delete':
      return undefined
    case 'check':
      return row
  }
}
