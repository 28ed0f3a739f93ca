import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { type Placeholders, placeholders } from './expressions.ts'
import { asItem } from './item.ts'
import { storedFields, storedRow } from './rows/stored-row.ts'
import { schemaField, schemaNumber } from './rows/upcast.ts'
import type { Action, Change, Condition } from './store.ts'

const expressionOf = (condition: Condition, { name, value }: Placeholders): string => {
  switch (condition.kind) {
    case 'absent':
      return `attribute_not_exists(${name('pk')})`
    case 'has':
      return `attribute_exists(${name(condition.field)})`
    case 'equals':
      return `${name(condition.field)} = ${value(condition.value)}`
  }
}

const conditionOf = (condition: Condition | undefined, held: Placeholders) =>
  condition === undefined ? {} : { ConditionExpression: expressionOf(condition, held) }

export const updateOf = (
  { set = {}, add = {}, remove = [] }: Change,
  held: Placeholders,
): string => {
  const { name, value } = held
  const clauses = [
    [
      'SET',
      [
        ...Object.entries(storedFields(set)).map(([field, to]) => `${name(field)} = ${value(to)}`),
        // A row that the change makes has a number; one that stands keeps its own.
        `${name(schemaField)} = if_not_exists(${name(schemaField)}, ${value(schemaNumber)})`,
      ],
    ],
    ['REMOVE', remove.map(name)],
    ['ADD', Object.entries(add).map(([field, by]) => `${name(field)} ${value(by)}`)],
  ] as const
  return clauses
    .filter(([, parts]) => parts.length > 0)
    .map(([verb, parts]) => `${verb} ${parts.join(', ')}`)
    .join(' ')
}

const tellsOld = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const

/** An action as DynamoDB takes it. */
export const writeItemOf = (action: Action): TransactWriteItem => {
  const held = placeholders()
  const TableName = action.table
  switch (action.kind) {
    case 'put': {
      const condition = conditionOf(action.condition, held)
      const Put = { TableName, Item: asItem(storedRow(action.row)), ...condition, ...held.used() }
      return { Put: { ...Put, ...(action.condition !== undefined && tellsOld) } }
    }
    case 'delete': {
      const condition = conditionOf(action.condition, held)
      return { Delete: { TableName, Key: asItem(action.key), ...condition, ...held.used() } }
    }
    case 'check': {
      const ConditionExpression = expressionOf(action.condition, held)
      const Key = asItem(action.key)
      return { ConditionCheck: { TableName, Key, ConditionExpression, ...held.used() } }
    }
    case 'update': {
      const UpdateExpression = updateOf(action, held)
      const condition = conditionOf(action.condition, held)
      const Key = asItem(action.key)
      return { Update: { TableName, Key, UpdateExpression, ...condition, ...held.used() } }
    }
  }
}
