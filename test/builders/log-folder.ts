import { marshall } from '@aws-sdk/util-dynamodb'
import type { Files } from '../../cli/verify/verify-copy.ts'
import type { Snapshot } from './tampered.ts'

/** Bytes in base64, as a table's export has them. */
const typed = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(typed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, typed(inner)]))
}

/** A log as a folder: the bucket as it is, and the table as DynamoDB exports it. */
export const folderOf = ({ rows, objects }: Snapshot): Files =>
  new Map([
    ...[...objects].flatMap(([name, text]) =>
      text === undefined ? [] : [[name, Buffer.from(text)] as const],
    ),
    [
      'table/rows.ndjson',
      Buffer.from(
        rows.map((row) => `${JSON.stringify({ Item: typed(marshall(row)) })}\n`).join(''),
      ),
    ] as const,
  ])
