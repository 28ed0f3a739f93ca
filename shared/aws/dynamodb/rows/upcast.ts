import type { Row } from '../store.ts'
import type { RowName } from './row-names.ts'

/**
 * The number under which this release writes its rows. It goes up when a row takes another shape than one that only has more
 * fields or codes, together with an upcaster for each kind of row that does.
 */
export const schemaNumber = 1

/** The field of every row that holds it. */
export const schemaField = 'schema'

/** Makes a row of the number before `to` one of `to`. Pure; it sees the whole row as it stood. */
export type Upcaster = { readonly to: number; readonly change: (row: Row) => Row }

/** By the kind of row, in the order of their numbers. */
export type Upcasters = Partial<Readonly<Record<RowName, readonly Upcaster[]>>>

/**
 * What older releases wrote is made what this one writes; empty as long as no release has changed a shape. Never for what
 * the audit log has sealed: an entry is what its hash is of.
 */
export const upcasters: Upcasters = {}

/** A row without a number is of the first. */
export const numberOf = (row: Row): number => Number(row[schemaField] ?? 1)

/** The row as of the newest number among the upcasters, or as it stands where it is as new. */
export const upcast = (row: Row, all: readonly Upcaster[]): Row =>
  all
    .filter(({ to }) => to > numberOf(row))
    .reduce((older, { to, change }) => ({ ...change(older), [schemaField]: to }), row)
