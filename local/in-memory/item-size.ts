import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { asItem } from '../../shared/aws/dynamodb/item.ts'
import type { Row } from '../../shared/aws/dynamodb/store.ts'

const bytesOf = (text: string): number => Buffer.byteLength(text)

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)

const fieldsSize = (fields: Readonly<Record<string, AttributeValue>>): number =>
  sum(Object.entries(fields).map(([name, value]) => bytesOf(name) + valueSize(value)))

// A list or an object takes three bytes, and one more for each thing in it.
const containerBytes = 3

const leafSize = ({ S, N, B }: AttributeValue): number => {
  if (S !== undefined) return bytesOf(S)
  if (N !== undefined) return Math.ceil(N.length / 2) + 1
  return B === undefined ? 1 : B.length
}

const valueSize = (value: AttributeValue): number => {
  const { L, M } = value
  if (L !== undefined) return containerBytes + L.length + sum(L.map((each) => valueSize(each)))
  if (M !== undefined) return containerBytes + Object.keys(M).length + fieldsSize(M)
  return leafSize(value)
}

/**
 * What DynamoDB counts a row as, in bytes: names and values in UTF-8, numbers at about half a byte a digit.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const itemSize = (row: Row): number => fieldsSize(asItem({ ...row }))
