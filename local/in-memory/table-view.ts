import type {
  Key,
  KeyedRow,
  Query,
  QueryPage,
  Range,
  Row,
} from '../../shared/aws/dynamodb/store.ts'
import type { IndexDefinition } from '../../shared/aws/dynamodb/tables.ts'
import { invalid } from './invalid.ts'
import { itemSize } from './item-size.ts'

/** A table, or one of its indexes, as its rows lie in it: by partition, of those rows that have its keys. */
export type TableView = {
  readonly take: (row: KeyedRow) => void
  readonly drop: (row: KeyedRow) => void
  readonly query: (query: Query) => QueryPage
}

const pageBytes = 1024 * 1024
const tableKeys = { partitionKey: 'pk', sortKey: 'sk', projection: 'ALL' } as const

export const idOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk])

/** What an index holds of a row. */
export const projected = (
  row: KeyedRow,
  { partitionKey, sortKey, projection }: IndexDefinition,
): KeyedRow => {
  if (projection === 'ALL') return row
  const fields = [partitionKey, sortKey, ...(projection === 'KEYS_ONLY' ? [] : projection)]
  const { pk, sk } = row
  const kept = fields.filter((field) => row[field] !== undefined)
  return { ...Object.fromEntries(kept.map((field) => [field, row[field]])), pk, sk }
}

const isWithin = (value: string, range: Range | undefined): boolean => {
  switch (range?.kind) {
    case undefined:
      return true
    case 'begins':
      return value.startsWith(range.with)
    case 'between':
      return range.from <= value && value <= range.to
    case 'before':
      return value < range.end
  }
}

const passes = (row: Row, { within, equals }: NonNullable<Query['filter']>): boolean => {
  const fields = Object.entries(Object(row[within]) as Row)
  const held = new Map(fields)
  return Object.entries(equals).every(([field, value]) => held.get(field) === value)
}

/** The rows of one page, up to the limit or a megabyte, and whether it stopped there. */
const pageOf = (rows: readonly KeyedRow[], limit: number | undefined) => {
  let bytes = 0
  let count = 0
  for (const row of rows) {
    bytes += itemSize(row)
    count += 1
    if (count === limit || bytes >= pageBytes) break
  }
  return { page: rows.slice(0, count), isCut: count === limit || bytes >= pageBytes }
}

/** Text is ordered as JavaScript does, which is DynamoDB's order for all that stands in the hub's keys. */
export const createView = (definition: IndexDefinition = tableKeys): TableView => {
  const { partitionKey, sortKey } = definition
  const partitions = new Map<string, Map<string, KeyedRow>>()
  const placeOf = (row: Row): string => JSON.stringify([String(row[sortKey]), row['pk'], row['sk']])
  const order = (one: Row, other: Row): number => {
    for (const field of [sortKey, 'pk', 'sk']) {
      const [a, b] = [String(one[field]), String(other[field])]
      if (a !== b) return a < b ? -1 : 1
    }
    return 0
  }
  const found = ({ partition, range, descending = false, after }: Query): KeyedRow[] => {
    if (partition.field !== partitionKey || (range !== undefined && range.field !== sortKey))
      throw invalid('Query condition missed key schema element')
    const direction = descending ? -1 : 1
    return [...(partitions.get(partition.value)?.values() ?? [])]
      .filter((row) => isWithin(String(row[sortKey]), range))
      .filter((row) => after === undefined || order(row, after) * direction > 0)
      .toSorted((one, other) => order(one, other) * direction)
  }
  const positionOf = (row: KeyedRow): Row =>
    projected(row, { partitionKey, sortKey, projection: 'KEYS_ONLY' })
  return {
    take: (row) => {
      const partition = row[partitionKey]
      if (typeof partition !== 'string' || typeof row[sortKey] !== 'string') return
      const rows = partitions.get(partition) ?? new Map<string, KeyedRow>()
      partitions.set(partition, rows.set(placeOf(row), projected(row, definition)))
    },
    drop: (row) => void partitions.get(String(row[partitionKey]))?.delete(placeOf(row)),
    query: (query) => {
      const { page, isCut } = pageOf(found(query), query.limit)
      const last = page.at(-1)
      const { filter } = query
      const rows = filter === undefined ? page : page.filter((row) => passes(row, filter))
      return {
        rows: structuredClone(rows),
        next: isCut && last !== undefined ? positionOf(last) : undefined,
      }
    },
  }
}
