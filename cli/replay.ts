// Decides every stored assessment again and names those that are not as the policy makes them: an auditor's check.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { scanAssessmentsIn } from '../shared/aws/dynamodb/assessments.ts'
import { type Assessment, assessmentSchema } from '../shared/concerns/assessment.ts'
import { type Decided, replay } from '../shared/concerns/replay.ts'
import { InputError } from './evaluate/read-people.ts'
import { runCommand } from './evaluate/run-command.ts'
import { clientFromEnvironment, localHub } from './local-hub.ts'
import { numbered, type Read, readLine, readValue } from './ndjson.ts'

/** A stored assessment, or what keeps it from being read as one, and where it was found. */
type Row = { readonly where: string; readonly read: Read<Assessment> }

async function* rowsOfLines(input: AsyncIterable<string>): AsyncGenerator<Row> {
  for await (const { number, line } of numbered(input))
    yield { where: `line ${number}`, read: readLine(assessmentSchema, line) }
}

async function* rowsOfTable(client: DynamoDBClient, table: string): AsyncGenerator<Row> {
  try {
    for await (const { key, assessment } of scanAssessmentsIn(client, table))
      yield { where: key, read: readValue(assessmentSchema, assessment) }
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    throw new InputError(`the table ${table} cannot be read: ${reason}`, { cause: error })
  }
}

/** Writes a line for each difference and each row that is no assessment, then the count; 1 if there was any. */
export const replayRows = async (
  rows: AsyncIterable<Row>,
  write: (text: string) => void,
): Promise<0 | 1> => {
  const assessments: Decided[] = []
  let differences = 0
  for await (const { where, read } of rows) {
    if ('value' in read) {
      const { match, ...decided } = read.value
      assessments.push({ ...decided, match: { band: match.band } }) // how the match was made is most of its size
      continue
    }
    differences += 1
    const fields = read.faults.map(({ pointer }) => (pointer === '' ? 'the whole of it' : pointer))
    write(`${where}: not an assessment: ${fields.join(', ')}\n`)
  }
  for (const { concernId, number, fields } of replay(assessments)) {
    differences += 1
    write(`concern ${concernId}, assessment ${number}: ${fields.join(', ')}\n`)
  }
  write(`${assessments.length} assessments replayed, ${differences} differences\n`)
  return differences === 0 ? 0 : 1
}

const usage = 'usage: npm run -s replay -- [--table NAME | --stdin < assessments.ndjson]'

const readOptions = () => {
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

/** A table by name, or the casework table of the hub on this machine. */
const rowsOf = async (table: string | undefined): Promise<AsyncIterable<Row>> => {
  if (table !== undefined) return rowsOfTable(clientFromEnvironment(), table)
  const { client, tables } = await localHub(usage)
  return rowsOfTable(client, tables.casework)
}

const main = async (): Promise<void> => {
  const { stdin, table } = readOptions()
  const rows = stdin ? rowsOfLines(process.stdin.setEncoding('utf8')) : await rowsOf(table)
  process.exitCode = await replayRows(rows, (text) => void process.stdout.write(text))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main)
