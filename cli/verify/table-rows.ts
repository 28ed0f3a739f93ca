import { gunzipSync } from 'node:zlib'
import { isFields } from '../../shared/audit/plain.ts'
import { parsedJson } from '../../shared/kernel/parsed-json.ts'

/** Of each type of DynamoDB's JSON that rows of the log have, the value plain. @throws Error for what is none */
const plainOf: Readonly<Record<string, (value: unknown) => unknown>> = {
  S: (value) => textOf(value),
  N: (value) => Number(textOf(value)),
  B: (value) => Buffer.from(textOf(value), 'base64'),
  BOOL: (value) => value === true,
  NULL: () => null,
  L: (value) => (Array.isArray(value) ? value.map(plain) : refuse()),
  M: (value) => (isFields(value) ? plainFields(value) : refuse()),
}

const refuse = (): never => {
  throw new Error('no value of a row')
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : refuse())

const plain = (typed: unknown): unknown => {
  const [[type, value] = ['', undefined], ...more] = isFields(typed) ? Object.entries(typed) : []
  const read = plainOf[type]
  return read === undefined || more.length > 0 ? refuse() : read(value)
}

const plainFields = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, typed]: [string, unknown]) => [name, plain(typed)]),
  )

/** A line of a table's export to S3; undefined where it cannot be read as one. */
const rowOf = (line: string): unknown => {
  const row = parsedJson(line)
  const item = isFields(row) ? row['Item'] : undefined
  try {
    return isFields(item) ? plainFields(item) : undefined
  } catch {
    return undefined
  }
}

const zipped = '.gz'

const textIn = (name: string, bytes: Buffer): string | undefined => {
  try {
    return (name.endsWith(zipped) ? gunzipSync(bytes) : bytes).toString()
  } catch {
    return undefined
  }
}

/** The rows of a file of a table's export; undefined in place of each that cannot be read. */
export const rowsIn = (name: string, bytes: Buffer): readonly unknown[] =>
  textIn(name, bytes)
    ?.split('\n')
    .filter((line) => line.trim() !== '')
    .map(rowOf) ?? [undefined]
