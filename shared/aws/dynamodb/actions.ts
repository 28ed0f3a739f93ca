import type { Action, Key, KeyedRow, Put } from './store.ts'

/** Puts whether or not it is there already. */
export const put = (table: string, row: KeyedRow): Put => ({ kind: 'put', table, row })

/** Puts what must not be there yet. */
export const putNew = (table: string, row: KeyedRow): Put => ({
  kind: 'put',
  table,
  row,
  condition: { kind: 'absent' },
})

const stands = (count: number, field: 'version' | 'revision' = 'version') =>
  count === 0 ? ({ kind: 'absent' } as const) : ({ kind: 'equals', field, value: count } as const)

/** Replaces the version before `row.version`; version 1 must be new. States so move forward one write at a time. */
export const putVersion = (table: string, row: KeyedRow & { readonly version: number }): Put => ({
  kind: 'put',
  table,
  row,
  condition: stands(row.version - 1),
})

/** Refuses the transaction when the row has moved from this version; version 0 is a row that is not there. */
export const unmoved = (table: string, key: Key, version: number): Action => ({
  kind: 'check',
  table,
  key,
  condition: stands(version),
})

/** Takes away the row, if there is one. */
export const remove = (table: string, key: Key): Action => ({ kind: 'delete', table, key })

/** As {@link putVersion}, of a row that counts all its writes. */
export const putRevision = (
  table: string,
  row: KeyedRow & { readonly revision: number },
): Action => ({ kind: 'put', table, row, condition: stands(row.revision - 1, 'revision') })

/** Counts a write of a row that changes nothing else in it, so that whoever read it before has to read it again. */
export const nextRevision = (table: string, key: Key, revision: number): Action =>
  revision === 0
    ? putRevision(table, { ...key, version: 0, revision: 1 })
    : {
        kind: 'update',
        table,
        key,
        add: { revision: 1 },
        condition: stands(revision, 'revision'),
      }
