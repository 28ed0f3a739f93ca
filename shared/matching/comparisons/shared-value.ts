import { isOneEdit, isTwoEdits } from '../text/one-edit.ts'

export const sharedLevels = ['same', 'one-edit', 'two-edits', 'different'] as const
export type SharedLevel = (typeof sharedLevels)[number]

const compareOne = (a: string, b: string): SharedLevel => {
  if (a === b) return 'same'
  if (isOneEdit(a, b)) return 'one-edit'
  return isTwoEdits(a, b) ? 'two-edits' : 'different'
}

/**
 * Compares lists of numbers that each name one holder: identifiers (superseded ones count as the person's own), phones.
 * The best agreement counts, whatever else either side holds.
 */
export const compareShared = (
  a: readonly string[],
  b: readonly string[],
): SharedLevel | undefined => {
  const [one] = a
  const [other] = b
  if (one === undefined || other === undefined) return undefined
  // Nearly everybody has one number, and this runs for every candidate.
  if (a.length === 1 && b.length === 1) return compareOne(one, other)
  const found = new Set(a.flatMap((value) => b.map((its) => compareOne(value, its))))
  return sharedLevels.find((level) => found.has(level))
}
