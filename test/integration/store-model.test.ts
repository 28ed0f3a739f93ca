import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import { createInMemoryStore } from '../../local/in-memory/store.ts'
import { createRandom } from '../../local/people/random.ts'
import { dynamodbStore } from '../../shared/aws/dynamodb/dynamodb-store.ts'
import { queryToEnd, type Row, type Store } from '../../shared/aws/dynamodb/store.ts'
import { tables as definitions, type TableName } from '../../shared/aws/dynamodb/tables.ts'
import { isNightly, today } from '../builders/runs.ts'
import { type Command, commandFrom } from './random-commands.ts'
import { createTables, emulator } from './tables.ts'

const sequences = isNightly ? 60 : 3
const commandsEach = isNightly ? 400 : 120

const inOrder = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
const keyOf = ({ pk, sk }: Row): string => JSON.stringify([pk, sk])

/** Rows of equal sort keys lie in an index in no order that anybody promises. */
const asListed = (rows: readonly Row[], sortKey: string) => ({
  order: rows.map((row) => row[sortKey]),
  rows: inOrder(rows),
})

const run = async (command: Command, store: Store): Promise<unknown> => {
  switch (command.kind) {
    case 'get':
      return store.get(command.table, command.key)
    case 'batch':
      return inOrder(await store.batch({ [command.table]: command.keys }))
    case 'update':
      return store.update(command.table, command.change)
    case 'transact':
      return store.transact(command.actions)
    case 'query':
      return store.query(command.query)
    case 'list':
      return asListed(await queryToEnd(store, command.query), command.sortKey)
  }
}

/** What came of it: an answer, or the name of the error. */
const outcome = (command: Command, store: Store): Promise<unknown> =>
  run(command, store).catch((error: unknown) => ({
    error: error instanceof Error ? error.name : 'unknown',
  }))

const seeds = Array.from({ length: sequences }, (_, at) => (isNightly ? today * 1000 + at : at + 1))

it.each(seeds)('memory answers as DynamoDB does, command by command: %i', async (seed) => {
  const client = new DynamoDBClient(emulator())
  const names = await createTables(client, `model-${randomUUID().slice(0, 8)}`)
  const tableNames: readonly TableName[] = ['casework', 'intake']
  const memory = createInMemoryStore(
    Object.fromEntries(tableNames.map((name) => [names[name], definitions[name]])),
  )
  const real = dynamodbStore(client)
  const random = createRandom(seed)
  const places = tableNames.map((name) => ({
    table: names[name],
    indexes: definitions[name].indexes,
  }))
  for (let at = 0; at < commandsEach; at += 1) {
    const command = commandFrom(random, random.pick(places))
    const [expected, found] = await Promise.all([outcome(command, real), outcome(command, memory)])
    expect(found, JSON.stringify({ at, command })).toEqual(expected)
  }
  for (const { table } of places)
    for (const { pk, sk } of memory.rows(table))
      expect(await memory.get(table, { pk, sk })).toEqual(await real.get(table, { pk, sk }))
})
