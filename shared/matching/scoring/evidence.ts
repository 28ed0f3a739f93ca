import type { ComparisonName } from '../comparisons/comparisons.ts'
import type { Bits } from './weights.ts'

/** One finding: a level, undefined where a side lacks the value, and its bits. `rarity` is for how common the value is. */
export type Evidence = {
  readonly comparison: ComparisonName
  readonly level: string | undefined
  readonly bits: Bits
  readonly rarity?: Bits | undefined
}

/** The level found for a comparison; undefined where it was not compared. */
export const levelIn = (
  evidence: readonly Evidence[],
  comparison: ComparisonName,
): string | undefined => evidence.find((each) => each.comparison === comparison)?.level
