// Stored assessments as commands read them: from a table or, exported, one a line.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { type Command, Option } from 'commander'
import { type Assessment, assessmentSchema } from '../shared/assessing/assessment.ts'
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

/** Which rows: of standard input, of a table by name, or of the casework table of the hub on this machine. */
export type RowOptions = { readonly stdin?: boolean; readonly table?: string }

export const rowsFrom = async ({
  stdin = false,
  table,
}: RowOptions): Promise<AsyncIterable<Row>> => {
  if (stdin) return rowsOfLines(process.stdin.setEncoding('utf8'))
  if (table !== undefined) return rowsOfTable(clientFromEnvironment(), table)
  const { client, tables } = await localHub()
  return rowsOfTable(client, tables.casework)
}

/** One line for a row that cannot be read; the fields are named, what they hold is not. */
export const noAssessment = (where: string, faults: readonly { readonly pointer: string }[]) => {
  const fields = faults.map(({ pointer }) => (pointer === '' ? 'the whole of it' : pointer))
  return `${where}: not an assessment: ${fields.join(', ')}`
}

/** Gives a verb the options that say which rows. */
export const withRows = (verb: Command): Command =>
  verb
    .option('--table <table>', 'another table than that of the hub on this machine')
    .addOption(
      new Option('--stdin', 'assessments of standard input, one a line').conflicts('table'),
    )
