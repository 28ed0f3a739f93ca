import { asRow } from '../../shared/aws/dynamodb/as-row.ts'
import { asItem } from '../../shared/aws/dynamodb/item.ts'
import type { KeyedRow, Row } from '../../shared/aws/dynamodb/store.ts'

type Copy = (value: unknown) => unknown
type Fields = Readonly<Record<string, unknown>>

const isPlain = (value: object): value is Fields => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const isLeaf = (value: unknown): boolean => {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER
  return typeof value === 'string' || typeof value === 'boolean' || value === null
}

/** What the adapters make of a value that is rare in a row, or refuse. */
const byTheAdapters: Copy = (value) => asRow(asItem({ value }))['value']

const isThere = (value: unknown): boolean => value !== undefined

const fieldsOf = (value: Fields): Record<string, unknown> => {
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(value)) {
    const part = value[name]
    if (part === undefined) continue
    if (name === '__proto__') return asRow(asItem(value)) as Record<string, unknown>
    copy[name] = plainCopy(part)
  }
  return Object.freeze(copy)
}

/**
 * A copy that shares nothing with the original and holds what DynamoDB would have kept of it: the same as through the
 * adapters’ items, in a tenth of the time. Nobody can change it, but for bytes.
 */
export const plainCopy: Copy = (value) => {
  if (isLeaf(value)) return value === 0 ? 0 : value
  if (value instanceof Uint8Array) return new Uint8Array(value)
  if (Array.isArray(value)) return Object.freeze(value.filter(isThere).map(plainCopy))
  if (typeof value === 'object' && value !== null && isPlain(value)) return fieldsOf(value)
  return byTheAdapters(value)
}

/** A row as {@link plainCopy} has it; of none, none. */
export const copyOfRow = <Copied extends Row | KeyedRow | undefined>(row: Copied): Copied =>
  row === undefined ? row : (fieldsOf(row) as Copied)
