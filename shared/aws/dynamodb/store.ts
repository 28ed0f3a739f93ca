/** A row's place in its table. */
export type Key = { readonly pk: string; readonly sk: string }

/** A row as plain values: text, numbers, booleans, bytes, lists and objects. Fields that are undefined are not stored. */
export type Row = Readonly<Record<string, unknown>>
export type KeyedRow = Key & Row

/** What must hold of the row that an action is about, or its transaction is refused. */
export type Condition =
  | { readonly kind: 'absent' }
  | { readonly kind: 'has'; readonly field: string }
  | { readonly kind: 'equals'; readonly field: string; readonly value: string | number }

type Conditional = { readonly condition?: Condition | undefined }

/** Puts the whole row. A put that its condition refuses is told what stands there. */
export type PutAction = Conditional & { readonly kind: 'put'; readonly row: KeyedRow }

/** Changes some fields and leaves the rest; makes the row where there is none. `add` counts up from 0. */
export type Change = {
  readonly key: Key
  readonly set?: Row
  readonly add?: Readonly<Record<string, number>>
  readonly remove?: readonly string[]
}
export type UpdateAction = Conditional & Change & { readonly kind: 'update' }

/** One action of a transaction, on one row of a table. */
export type Action = { readonly table: string } & (
  | PutAction
  | UpdateAction
  | (Conditional & { readonly kind: 'delete'; readonly key: Key })
  | { readonly kind: 'check'; readonly key: Key; readonly condition: Condition }
)

/** A put with the table that it goes to. */
export type Put = PutAction & { readonly table: string }

/** Which action of a transaction was refused by its own condition, with the row as it stood, where that is told. */
export type Refusal = { readonly index: number; readonly old: Row | undefined }

/** Part of a partition, by sort key. Both ends of `between` are within it, that of `before` is not. */
export type Range = { readonly field: string } & (
  | { readonly kind: 'begins'; readonly with: string }
  | { readonly kind: 'between'; readonly from: string; readonly to: string }
  | { readonly kind: 'before'; readonly end: string }
)

export type Query = {
  readonly table: string
  /** A global index, which trails the table by a moment; the table itself when left out. */
  readonly index?: string | undefined
  readonly partition: { readonly field: string; readonly value: string }
  readonly range?: Range
  /** Fields of the object `within` the row that must have these values. Rows left out by this still count to the limit. */
  readonly filter?: {
    readonly within: string
    readonly equals: Readonly<Record<string, string>>
  }
  readonly descending?: boolean
  readonly limit?: number
  /** The `next` of a former page. */
  readonly after?: Row | undefined
  /** Sees every write that was finished before. Of an index this cannot be asked. */
  readonly consistent?: boolean
}

/** `next` is there when the page ended at its limit or at a megabyte, whether or not anything follows. */
export type QueryPage = { readonly rows: readonly Row[]; readonly next: Row | undefined }

/**
 * All that the adapters ask of the tables. What DynamoDB leaves unprocessed or turns away as busy is tried again inside.
 * @throws HubError store-busy when it stays so; nothing is then stored
 */
export type Store = {
  /** One row by its key, read consistently. */
  readonly get: (table: string, key: Key) => Promise<Row | undefined>
  /** Rows by key, of one table or several, read consistently, in no order. Those that are not there are left out. */
  readonly batch: (keys: Readonly<Record<string, readonly Key[]>>) => Promise<readonly Row[]>
  readonly query: (query: Query) => Promise<QueryPage>
  /**
   * Changes one row whatever stands there, and gives it as it then stands. Whoever else changes it in the same moment is
   * waited for and refuses nobody: for rows in which many count at once.
   */
  readonly update: (table: string, change: Change) => Promise<Row>
  /** All of up to a hundred actions on different rows, or none. */
  readonly transact: (actions: readonly Action[]) => Promise<'committed' | Refusal>
}

/** Every row that a query finds, page after page. */
export const queryToEnd = async (store: Store, query: Query): Promise<readonly Row[]> => {
  const rows: Row[] = []
  let after = query.after
  do {
    const page = await store.query({ ...query, after })
    rows.push(...page.rows)
    after = page.next
  } while (after !== undefined)
  return rows
}
