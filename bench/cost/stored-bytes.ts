import { itemSize } from '../../local/in-memory/item-size.ts'
import type { InMemoryStore } from '../../local/in-memory/store.ts'
import { projected } from '../../local/in-memory/table-view.ts'
import type { KeyedRow } from '../../shared/aws/dynamodb/store.ts'
import { type TableDefinition, tables } from '../../shared/aws/dynamodb/tables.ts'

/** DynamoDB adds this to each row, and to each entry of an index, where it bills what is kept. */
const bytesBeside = 100

const bytesOf = (row: KeyedRow, { indexes }: TableDefinition): number => {
  const entries = Object.values(indexes).filter(
    ({ partitionKey }) => row[partitionKey] !== undefined,
  )
  return entries.reduce(
    (sum, index) => sum + itemSize(projected(row, index)) + bytesBeside,
    itemSize(row) + bytesBeside,
  )
}

/** All that the tables and their indexes keep, as DynamoDB bills it. */
export const storedBytes = (store: InMemoryStore): number =>
  Object.entries<TableDefinition>(tables)
    .flatMap(([name, definition]) => store.rows(name).map((row) => bytesOf(row, definition)))
    .reduce((sum, bytes) => sum + bytes, 0)
