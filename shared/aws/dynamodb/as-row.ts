import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Row } from './store.ts'

/** A number that JavaScript cannot hold stays a text: then that row cannot be read, and not the page on which it stands. */
const numberOf = (text: string): number | string => {
  const value = Number(text)
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? text : value
}

/** An item as plain values. */
export const asRow = (item: Record<string, AttributeValue>): Row =>
  unmarshall(item, { wrapNumbers: numberOf })
