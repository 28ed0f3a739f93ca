import { isOneEdit, isTwoEdits } from '../text/one-edit.ts'
import { bestLevel } from './best-level.ts'

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
export const compareShared = bestLevel(sharedLevels, compareOne)
