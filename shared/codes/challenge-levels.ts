/** Who considers a challenge, in this order: each level once. @see safeguarding feature F13 */
export const challengeLevels = ['manager', 'head', 'partnership'] as const
export type ChallengeLevel = (typeof challengeLevels)[number]

/** The level after this one, or the first; undefined above the last. */
export const levelAbove = (level: ChallengeLevel | undefined): ChallengeLevel | undefined =>
  challengeLevels[level === undefined ? 0 : challengeLevels.indexOf(level) + 1]
