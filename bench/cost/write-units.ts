import { isDeepStrictEqual } from 'node:util'
import { itemSize } from '../../local/in-memory/item-size.ts'
import { projected } from '../../local/in-memory/table-view.ts'
import type { KeyedRow, Row } from '../../shared/aws/dynamodb/store.ts'
import type { IndexDefinition, TableDefinition } from '../../shared/aws/dynamodb/tables.ts'

const writeUnit = 1024
const readUnit = 4096

const unitsOf = (bytes: number, unit: number): number => Math.max(1, Math.ceil(bytes / unit))
const sizeOf = (row: Row | undefined): number => (row === undefined ? 0 : itemSize(row))

/** One row on its way from one state to the next; undefined where there is none. */
export type Step = { readonly before: Row | undefined; readonly after: KeyedRow | undefined }

/** A write is paid by the larger of what stood and what stands, in kilobytes begun. */
export const writeUnits = ({ before, after }: Step): number =>
  unitsOf(Math.max(sizeOf(before), sizeOf(after)), writeUnit)

/** A read of all these rows together, in four kilobytes begun; half of it where it may trail. */
export const readUnits = (rows: readonly Row[], consistent: boolean): number =>
  unitsOf(
    rows.reduce((sum, row) => sum + sizeOf(row), 0),
    readUnit,
  ) * (consistent ? 1 : 0.5)

const entryIn = (index: IndexDefinition, row: Row | undefined): KeyedRow | undefined => {
  const { pk, sk } = row ?? {}
  if (typeof pk !== 'string' || typeof sk !== 'string') return undefined
  const isThere = row?.[index.partitionKey] !== undefined && row[index.sortKey] !== undefined
  return isThere ? projected({ ...row, pk, sk }, index) : undefined
}

/** What an index writes in one of its partitions. */
export type IndexWrite = {
  readonly index: string
  readonly partition: string
  readonly units: number
}

const inIndex = (name: string, index: IndexDefinition, { before, after }: Step): IndexWrite[] => {
  const [was, is] = [entryIn(index, before), entryIn(index, after)]
  const write = (entry: KeyedRow, step: Step): IndexWrite => ({
    index: name,
    partition: String(entry[index.partitionKey]),
    units: writeUnits(step),
  })
  const stays =
    was !== undefined &&
    is !== undefined &&
    [index.partitionKey, index.sortKey].every((field) => was[field] === is[field])
  if (stays) return isDeepStrictEqual(was, is) ? [] : [write(is, { before: was, after: is })]
  return [
    ...(was === undefined ? [] : [write(was, { before: was, after: undefined })]),
    ...(is === undefined ? [] : [write(is, { before: undefined, after: is })]),
  ]
}

/**
 * What the indexes of a table write when a row changes: an entry that comes, goes or changes once, one whose key changes
 * twice, one that stays as it was not at all. Never twice for a transaction: an index follows by itself.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html
 */
export const indexWrites = ({ indexes }: TableDefinition, step: Step): readonly IndexWrite[] =>
  Object.entries(indexes).flatMap(([name, index]) => inIndex(name, index, step))
