// Stored assessments as commands read them: from a table or, exported, one a line.
import { parseArgs } from 'node:util'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Assessment, assessmentSchema } from '../shared/assessing/assessment.ts'
import { InputError } from './evaluate/input-error.ts'
import { clientFromEnvironment, localHub, unreachable } from './local-hub.ts'
import { numbered, type Read, readLine, readValue } from './ndjson.ts'
import { scanAssessmentsIn } from './stored-assessments.ts'

/** A stored assessment, or what keeps it from being read as one, and where it was found. */
export type Row = { readonly where: string; readonly read: Read<Assessment> }

async function* rowsOfLines(input: AsyncIterable<string>): AsyncGenerator<Row> {
  for await (const { number, line } of numbered(input))
    yield { where: `line ${number}`, read: readLine(assessmentSchema, line) }
}

async function* rowsOfTable(client: DynamoDBClient, table: string): AsyncGenerator<Row> {
  try {
    for await (const { key, assessment } of scanAssessmentsIn(client, table))
      yield { where: key, read: readValue(assessmentSchema, assessment) }
  } catch (error) {
    throw unreachable(table, error)
  }
}

/** Rows of standard input, of a table by name, or of the casework table of the hub on this machine. */
export const rowsFrom = async ({
  stdin,
  table,
}: {
  readonly stdin: boolean
  readonly table?: string | undefined
}): Promise<AsyncIterable<Row>> => {
  if (stdin) return rowsOfLines(process.stdin.setEncoding('utf8'))
  if (table !== undefined) return rowsOfTable(clientFromEnvironment(), table)
  const { client, tables } = await localHub()
  return rowsOfTable(client, tables.casework)
}

/** One line for a row that cannot be read; the fields are named, what they hold is not. */
export const noAssessment = (where: string, faults: readonly { readonly pointer: string }[]) => {
  const fields = faults.map(({ pointer }) => (pointer === '' ? 'the whole of it' : pointer))
  return `${where}: not an assessment: ${fields.join(', ')}\n`
}

/** Which rows the caller asks for. @throws InputError when called otherwise than `usage` says */
export const readRowOptions = (usage: string) => {
  try {
    const { values } = parseArgs({
      options: { table: { type: 'string' }, stdin: { type: 'boolean', default: false } },
    })
    if (values.stdin && values.table !== undefined) throw new InputError(usage)
    return values
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(usage, { cause: error })
  }
}
