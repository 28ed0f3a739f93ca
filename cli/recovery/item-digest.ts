import { createHash } from 'node:crypto'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'

/** A row as DynamoDB itself writes it. */
export type Item = Record<string, AttributeValue>

const asText = (_name: string, value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const sets = ['SS', 'NS', 'BS']

/** Sets have no order: each is sorted, so that two readings of one row are one text. */
const settled = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map(settled)
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      if (!sets.includes(name) || !Array.isArray(inner)) return [name, settled(inner)]
      const texts = inner.map((one) => String(asText('', one)))
      return [name, texts.toSorted()]
    }),
  )
}

/** The row as one text, the same whatever the order of its fields. */
export const textOfItem = (item: Item): string => JSON.stringify(settled(item), asText)

const modulus = 1n << 256n

/** SHA-256 of the row as a number. Those of many rows add up to one digest, in whatever order they are read. */
export const digestOf = (item: Item): bigint =>
  BigInt(`0x${createHash('sha256').update(textOfItem(item)).digest('hex')}`)

export const plus = (one: bigint, other: bigint): bigint => (one + other) % modulus

/** What `from` is without `part`. */
export const minus = (from: bigint, part: bigint): bigint => (from - part + modulus) % modulus
