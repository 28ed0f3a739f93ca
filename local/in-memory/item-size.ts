import type { Row } from '../../shared/aws/dynamodb/store.ts'

// A list or an object takes three bytes, and one more for each thing in it.
const containerBytes = 3

const numberSize = (value: number): number => Math.ceil(String(value).length / 2) + 1

const listSize = (values: readonly unknown[]): number => {
  let size = containerBytes
  for (const value of values) if (value !== undefined) size += 1 + valueSize(value)
  return size
}

/** `each`: bytes for every field beside its name and value. */
const fieldsSize = (fields: object, each: number): number => {
  let size = 0
  for (const name of Object.keys(fields)) {
    const value: unknown = Reflect.get(fields, name)
    if (value !== undefined) size += each + Buffer.byteLength(name) + valueSize(value)
  }
  return size
}

const objectSize = (value: object): number => {
  if (value instanceof Uint8Array) return value.length
  return Array.isArray(value) ? listSize(value) : containerBytes + fieldsSize(value, 1)
}

const valueSize = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return numberSize(value)
  return typeof value === 'object' && value !== null ? objectSize(value) : 1
}

/**
 * What DynamoDB counts a row as, in bytes: names and values in UTF-8, numbers at about half a byte a digit.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const itemSize = (row: Row): number => fieldsSize(row, 0)

const sizes = new WeakMap<Row, number>()
/** The same of a row that lies in a table, which never changes: it is weighed once. */
export const sizeOf = (row: Row): number => {
  const size = sizes.get(row) ?? itemSize(row)
  sizes.set(row, size)
  return size
}
