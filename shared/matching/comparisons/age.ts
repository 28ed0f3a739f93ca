import type { BirthSpan } from '../normalise/birth-span.ts'

export const ageLevels = ['same', 'near', 'different'] as const
export type AgeLevel = (typeof ageLevels)[number]

const yearDays = 366

/** Compares an age with a birth. `near` is an age of one year more or less, which is as often said. */
export const compareAges = (
  a: BirthSpan | undefined,
  b: BirthSpan | undefined,
): AgeLevel | undefined => {
  if (a === undefined || b === undefined) return undefined
  const apart = Math.max(a.first, b.first) - Math.min(a.last, b.last)
  if (apart <= 0) return 'same'
  return apart <= yearDays ? 'near' : 'different'
}
