import type { PersonFeatures } from '../normalise/person-features.ts'
import type { SharedLevel } from './shared-value.ts'

/** Recorded sex may differ between services for good reason, so disagreement weighs, and never excludes. */
export const compareSexes = (
  a: PersonFeatures['sex'],
  b: PersonFeatures['sex'],
): SharedLevel | undefined => {
  if (a === undefined || b === undefined) return undefined
  return a === b ? 'same' : 'different'
}
