import { otherwise } from '../rule.ts'
import type { Situation } from '../situation.ts'

/** The cells of a row that differs for a family that may not be put aside unseen; the first goes before the second. */
export const watched = {
  where: 'watched',
  holds: ({ isWatched }: Situation): boolean => isWatched,
} as const
export const notWatched = { where: 'not watched', holds: otherwise } as const
