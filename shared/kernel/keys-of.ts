/** The keys of a table, at least one, in their order; for a table written out in code, whose keys are all that it has. */
export const keysOf = <Key extends string>(
  table: Readonly<Record<Key, unknown>>,
): [Key, ...Key[]] => Object.keys(table) as [Key, ...Key[]]
