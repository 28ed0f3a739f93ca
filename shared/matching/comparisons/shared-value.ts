import { isOneEdit, isTwoEdits } from '../text/one-edit.ts'

export const sharedLevels = ['same', 'one-edit', 'two-edits', 'different'] as const
export type SharedLevel = (typeof sharedLevels)[number]

/**
 * Compares lists of numbers that each name one holder: identifiers (superseded ones count as the person's own), phones.
 * One in common is agreement, whatever else either side holds.
 */
export const compareShared = (
  a: readonly string[],
  b: readonly string[],
): SharedLevel | undefined => {
  if (a.length === 0 || b.length === 0) return undefined
  if (a.some((value) => b.includes(value))) return 'same'
  if (a.some((value) => b.some((other) => isOneEdit(value, other)))) return 'one-edit'
  return a.some((value) => b.some((other) => isTwoEdits(value, other))) ? 'two-edits' : 'different'
}
