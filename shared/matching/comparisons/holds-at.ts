/** What a table says of a level; of a missing one, no. */
export const holdsAt = <Level extends string>(
  table: Readonly<Record<Level, boolean>>,
  level: Level | undefined,
): boolean => level !== undefined && table[level]
