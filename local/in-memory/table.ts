import { isDeepStrictEqual } from 'node:util'
import type { Key, KeyedRow, Query, QueryPage } from '../../shared/aws/dynamodb/store.ts'
import type { TableDefinition } from '../../shared/aws/dynamodb/tables.ts'
import { invalid } from './invalid.ts'
import { createView, idOf, type TableView } from './table-view.ts'

/** A row that was new, changed or deleted: as it stood before and as it stands after, where it did and does. It is the table’s own: to be looked at. */
export type Written = {
  readonly table: string
  readonly key: Key
  readonly before: KeyedRow | undefined
  readonly after: KeyedRow | undefined
}

type Place = {
  readonly definition: TableDefinition
  readonly onWrite: (written: Written) => void
  readonly standing: readonly KeyedRow[]
}

/** One table in memory, with its indexes. */
export type Table = {
  readonly get: (key: Key) => KeyedRow | undefined
  readonly all: () => readonly KeyedRow[]
  readonly query: (query: Query) => QueryPage
  /** @throws a ValidationException when an index could not hold the row */
  readonly requireIndexKeys: (row: KeyedRow) => void
  /** Puts the row in place of what stands there; undefined takes that away. */
  readonly write: (key: Key, row: KeyedRow | undefined) => void
}

const requireKey = ({ pk, sk }: Key): void => {
  if (pk === '' || sk === '') throw invalid('a key attribute cannot be an empty string')
}

const viewFor = (
  { index, consistent }: Query,
  { base, indexes }: { readonly base: TableView; readonly indexes: ReadonlyMap<string, TableView> },
): TableView => {
  if (index === undefined) return base
  const view = indexes.get(index)
  if (view === undefined) throw invalid(`no index ${index}`)
  if (consistent === true) throw invalid('an index cannot be read consistently')
  return view
}

const isIndexKey = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && value !== '')

export const createTable = (name: string, { definition, onWrite, standing }: Place): Table => {
  const rows = new Map<string, KeyedRow>()
  const base = createView()
  const indexes = new Map(
    Object.entries(definition.indexes).map(([index, of]) => [index, createView(of)]),
  )
  const views = [base, ...indexes.values()]
  const indexKeys = Object.values(definition.indexes).flatMap((index) => [
    index.partitionKey,
    index.sortKey,
  ])
  const drop = (row: KeyedRow): void => {
    for (const view of views) view.drop(row)
  }
  const take = (row: KeyedRow): void => {
    rows.set(idOf(row), row)
    for (const view of views) view.take(row)
  }
  for (const row of standing) take(row)
  return {
    get: (key) => {
      requireKey(key)
      return rows.get(idOf(key))
    },
    all: () => [...rows.values()],
    query: (query) => viewFor(query, { base, indexes }).query(query),
    requireIndexKeys: (row) => {
      const wrong = indexKeys.find((field) => !isIndexKey(row[field]))
      if (wrong !== undefined) throw invalid(`${wrong} is the key of an index: a text, not empty`)
    },
    write: (key, row) => {
      const before = rows.get(idOf(key))
      if (before !== undefined) drop(before)
      if (row === undefined) rows.delete(idOf(key))
      else take(row)
      // As a stream, which says nothing of a write that leaves all as it was.
      if (
        before === undefined || row === undefined ? before !== row : !isDeepStrictEqual(before, row)
      )
        onWrite({ table: name, key, before, after: row })
    },
  }
}
