import type { Action, Key, KeyedRow } from './store.ts'

/** Puts whether or not it is there already. */
export const put = (table: string, row: KeyedRow): Action => ({ kind: 'put', table, row })

/** Puts what must not be there yet. */
export const putNew = (table: string, row: KeyedRow): Action => ({
  kind: 'put',
  table,
  row,
  condition: { kind: 'absent' },
})

const stands = (version: number) =>
  version === 0
    ? ({ kind: 'absent' } as const)
    : ({ kind: 'equals', field: 'version', value: version } as const)

/** Replaces the version before `row.version`; version 1 must be new. States so move forward one write at a time. */
export const putVersion = (
  table: string,
  row: KeyedRow & { readonly version: number },
): Action => ({ kind: 'put', table, row, condition: stands(row.version - 1) })

/** Refuses the transaction when the row has moved from this version; version 0 is a row that is not there. */
export const unmoved = (table: string, key: Key, version: number): Action => ({
  kind: 'check',
  table,
  key,
  condition: stands(version),
})

/** Takes away the row, if there is one. */
export const remove = (table: string, key: Key): Action => ({ kind: 'delete', table, key })

/** Takes away the row if it still stands at this version. */
export const removeVersion = (table: string, key: Key, version: number): Action => ({
  kind: 'delete',
  table,
  key,
  condition: { kind: 'equals', field: 'version', value: version },
})
