import type { ComparisonName } from './comparisons/comparisons.ts'

/**
 * How often a level is seen: `m` among records of the same person, `u` among strangers, `h` among two people of one
 * household. Likelihoods, not percentages: only their ratios count, so those of a comparison need not sum to one.
 */
export type LevelModel = {
  readonly level: string
  readonly m: number
  readonly u: number
  readonly h: number
}

/**
 * How common single values are. `average` is the chance that two strangers agree, which the level's `u` already holds;
 * a commoner value earns less and a rarer one more, by at most `cap` bits. `inherited` values are shared by relatives.
 */
export type FrequencyModel = {
  readonly average: number
  readonly cap: number
  readonly inherited: boolean
  /** The share of a value that the table does not list. */
  readonly unlisted: number
  readonly values: Readonly<Record<string, number>>
  /** Of a given name among those of a family name, by "given|family": names that go together are not independent. */
  readonly among?: Readonly<Record<string, number>> | undefined
}

/** Levels strongest first. `floor` and `ceiling` bound the bits that any level may give. */
export type ComparisonModel = {
  readonly levels: readonly LevelModel[]
  readonly floor?: number | undefined
  readonly ceiling?: number | undefined
  readonly frequency?: FrequencyModel | undefined
}

/** `limit` is the least cautious value allowed: a value beyond it is replaced by it, so local settings can only add caution. */
export type Threshold = { readonly value: number; readonly limit: number }

/**
 * Everything that scoring knows, as plain data that survives JSON. `prior.same` is the chance that any one register entry
 * is the subject, before looking; `prior.household` that it is somebody the subject lives with.
 */
export type MatchModel = {
  readonly version: string
  readonly prior: { readonly same: number; readonly household: number }
  /** Bits taken from the household hypothesis when forename and date of birth both agree: nobody has such a sibling. */
  readonly namesakePenalty: number
  readonly comparisons: Readonly<Record<ComparisonName, ComparisonModel>>
  readonly thresholds: {
    /** Posterior at or above which a match may be automatic; never below its limit. */
    readonly confirm: Threshold
    /** Posterior at or above which a person must look; never above its limit. */
    readonly review: Threshold
    /** Bits by which an automatic match must lead the next person; never below its limit. */
    readonly lead: Threshold
  }
}

/** The thresholds that hold once their limits have been applied. */
export const thresholdsOf = ({
  thresholds: { confirm, review, lead },
}: MatchModel): { readonly confirm: number; readonly review: number; readonly lead: number } => ({
  confirm: Math.max(confirm.value, confirm.limit),
  review: Math.min(review.value, review.limit),
  lead: Math.max(lead.value, lead.limit),
})
