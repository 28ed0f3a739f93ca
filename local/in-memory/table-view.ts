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
import { sizeOf } from './item-size.ts'

/** A table, or one of its indexes, as its rows lie in it: by partition, of those rows that have its keys. */
export type TableView = {
  readonly take: (row: KeyedRow) => void
  readonly drop: (row: KeyedRow) => void
  readonly query: (query: Query) => QueryPage
}

const pageBytes = 1024 * 1024
const tableKeys = { partitionKey: 'pk', sortKey: 'sk', projection: 'ALL' } as const

/** One text for one key: the length says where the first part ends. */
export const idOf = ({ pk, sk }: Key): string => `${pk.length} ${pk} ${sk}`

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
const pageOf = (rows: Iterable<KeyedRow>, limit: number | undefined) => {
  const page: KeyedRow[] = []
  let bytes = 0
  for (const row of rows) {
    page.push(row)
    bytes += sizeOf(row)
    if (page.length === limit || bytes >= pageBytes) return { page, isCut: true }
  }
  return { page, isCut: false }
}

type Order = (one: Row, other: Row) => number

/** By sort key, and then by key of the row. Text is ordered as JavaScript does, which is DynamoDB's order for all that stands in the hub's keys. */
const orderBy =
  (sortKey: string): Order =>
  (one, other) => {
    for (const field of [sortKey, 'pk', 'sk']) {
      const [a, b] = [String(one[field]), String(other[field])]
      if (a !== b) return a < b ? -1 : 1
    }
    return 0
  }

/** The first place in rows that lie in order which is not before this one. */
const placeIn = (rows: readonly KeyedRow[], row: Row, order: Order): number => {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const there = rows[middle]
    if (there !== undefined && order(there, row) < 0) from = middle + 1
    else to = middle
  }
  return from
}

/** Where a query begins that comes from after this row, which need not stand there any more. */
const startOf = (
  rows: readonly KeyedRow[],
  { after, descending = false }: Query,
  order: Order,
): number => {
  if (after === undefined) return descending ? rows.length - 1 : 0
  const place = placeIn(rows, after, order)
  if (descending) return place - 1
  const there = rows[place]
  return there !== undefined && order(there, after) === 0 ? place + 1 : place
}

/** The rows of a partition within the range, in the order asked for, from after a row. */
function* rowsAfter(rows: readonly KeyedRow[], query: Query, order: Order): Generator<KeyedRow> {
  const { range, descending = false } = query
  const step = descending ? -1 : 1
  let at = startOf(rows, query, order)
  for (let row = rows[at]; row !== undefined; row = rows[at]) {
    if (range === undefined || isWithin(String(row[range.field]), range)) yield row
    at += step
  }
}

export const createView = (definition: IndexDefinition = tableKeys): TableView => {
  const { partitionKey, sortKey } = definition
  const partitions = new Map<string, KeyedRow[]>()
  const order = orderBy(sortKey)
  const found = (query: Query): Iterable<KeyedRow> => {
    const { partition, range } = query
    if (partition.field !== partitionKey || (range !== undefined && range.field !== sortKey))
      throw invalid('Query condition missed key schema element')
    return rowsAfter(partitions.get(partition.value) ?? [], query, order)
  }
  const positionOf = (row: KeyedRow): Row =>
    projected(row, { partitionKey, sortKey, projection: 'KEYS_ONLY' })
  return {
    take: (row) => {
      const partition = row[partitionKey]
      if (typeof partition !== 'string' || typeof row[sortKey] !== 'string') return
      const rows = partitions.get(partition)
      const held = projected(row, definition)
      // Most partitions hold one row: a list that grew from none would take the room of many.
      if (rows === undefined) {
        partitions.set(partition, [held])
        return
      }
      const last = rows.at(-1)
      if (last === undefined || order(last, row) < 0) rows.push(held)
      else rows.splice(placeIn(rows, row, order), 0, held)
    },
    drop: (row) => {
      const rows = partitions.get(String(row[partitionKey])) ?? []
      const place = placeIn(rows, row, order)
      const there = rows[place]
      if (there !== undefined && order(there, row) === 0) rows.splice(place, 1)
    },
    query: (query) => {
      const { page, isCut } = pageOf(found(query), query.limit)
      const last = page.at(-1)
      const { filter } = query
      const rows = filter === undefined ? page : page.filter((row) => passes(row, filter))
      return {
        rows,
        next: isCut && last !== undefined ? positionOf(last) : undefined,
      }
    },
  }
}
