/** What a table's stream tells of a row. */
export type TableEvent = 'INSERT' | 'MODIFY' | 'REMOVE'

/** What has to hold of a change for it to be the hub's own, or the operator's. */
type Known =
  | 'always'
  | 'never'
  | 'where-it-is-sealed'
  | 'where-the-head-grows'
  | 'where-it-is-at-its-end'

/**
 * The tables that are watched, and which of their changes are known. Whatever else happens to a row of theirs was done by
 * somebody who went round the hub's code, or is the operator's work on the directory: a person looks at it.
 */
export const knownChanges = {
  directory: { INSERT: 'always', MODIFY: 'never', REMOVE: 'never' },
  auditEntries: { INSERT: 'always', MODIFY: 'never', REMOVE: 'where-it-is-sealed' },
  auditLog: { INSERT: 'always', MODIFY: 'where-the-head-grows', REMOVE: 'where-it-is-at-its-end' },
} as const satisfies Record<string, Record<TableEvent, Known>>
export type WatchedTable = keyof typeof knownChanges

const rowKinds = [
  'WAITING',
  'SUBJECT',
  'HEAD',
  'SEQ',
  'CHECKPOINT',
  'AUTHORITY',
  'AGENCY',
  'CLIENT',
  'AGREEMENT',
  'HOLD',
  'SIGNING',
  'INDEXKEY',
] as const
export type RowKind = (typeof rowKinds)[number] | 'OTHER'

/** What a row is, by its key. The key itself is not told: whoever puts a row may write anything into it. */
export const kindOfRow = ({ pk, sk }: { readonly pk: string; readonly sk: string }): RowKind => {
  const [word] = (pk.startsWith('LOG#') ? sk : pk).split('#')
  return rowKinds.find((kind) => kind === word) ?? 'OTHER'
}
