export const sharedLevels = ['same', 'different'] as const
export type SharedLevel = (typeof sharedLevels)[number]

/**
 * Compares lists of numbers or addresses that each name one holder: NHS numbers (superseded ones count as the person's
 * own), phones, e-mail. One in common is agreement, whatever else either side holds.
 */
export const compareShared = (
  a: readonly string[],
  b: readonly string[],
): SharedLevel | undefined => {
  if (a.length === 0 || b.length === 0) return undefined
  return a.some((value) => b.includes(value)) ? 'same' : 'different'
}
