import { createHash } from 'node:crypto'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'

/** A row as DynamoDB itself writes it. */
export type Item = Record<string, AttributeValue>

const sets = ['SS', 'NS', 'BS']

/** Bytes as text, fields by name, and each set sorted, so that two readings of one row are one text. */
const settled = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(settled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]: [string, unknown]) => [name, inTypeOf(name, settled(inner))] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

const inTypeOf = (name: string, value: unknown): unknown =>
  sets.includes(name) && Array.isArray(value) ? value.toSorted() : value

/** The row as one text, the same whatever the order of its fields. */
export const textOfItem = (item: Item): string => JSON.stringify(settled(item))

const modulus = 1n << 256n

/** SHA-256 of the row as a number. Those of many rows add up to one digest, in whatever order they are read. */
export const digestOf = (item: Item): bigint =>
  BigInt(`0x${createHash('sha256').update(textOfItem(item)).digest('hex')}`)

export const plus = (one: bigint, other: bigint): bigint => (one + other) % modulus
