import { keysOf } from '../kernel/keys-of.ts'

type Row = {
  /** Marks domestic abuse, whatever the factors say. */
  readonly isDomesticAbuse: boolean
  /** The case may not be put aside unseen (R14b, R16). */
  readonly isWatched: boolean
  /** One person alone could hide or betray such a family: a review needs the same answer from two. */
  readonly needsTwoReviewers: boolean
}

const plain = { isDomesticAbuse: false, isWatched: false, needsTwoReviewers: false } as const

/** Circumstances that change what may be shared, stated by the referrer or found in the register. */
export const concernFlags = {
  DA: { ...plain, isDomesticAbuse: true },
  MARAC: { ...plain, isDomesticAbuse: true, isWatched: true },
  RESTRICTED_ADDRESS: { ...plain, needsTwoReviewers: true },
  DETRIMENT_CLAIMED: plain,
  DELUSION_INVOLVES_CHILD: plain,
  SUICIDE_PLAN_INVOLVES_CHILD: plain,
  ADOPTED: { ...plain, needsTwoReviewers: true },
  SENSITIVE_CHILD_SERVICE: plain,
  STAFF_CONFLICT: { ...plain, needsTwoReviewers: true },
  UNBORN: plain,
  PREVIOUS_REMOVAL: { ...plain, isWatched: true },
} as const satisfies Record<string, Row>
export type ConcernFlag = keyof typeof concernFlags

export const concernFlagNames = keysOf(concernFlags)
