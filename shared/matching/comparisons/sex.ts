import type { PersonFeatures } from '../normalise/person-features.ts'

export const sexLevels = ['same', 'different'] as const
export type SexLevel = (typeof sexLevels)[number]

/** Recorded sex may differ between services for good reason, so disagreement weighs, and never excludes. */
export const compareSexes = (
  a: PersonFeatures['sex'],
  b: PersonFeatures['sex'],
): SexLevel | undefined => {
  if (a === undefined || b === undefined) return undefined
  return a === b ? 'same' : 'different'
}
