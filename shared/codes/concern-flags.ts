/** Circumstances that change what may be shared, stated by the referrer. */
export const concernFlags = [
  'DA',
  'MARAC',
  'RESTRICTED_ADDRESS',
  'DETRIMENT_CLAIMED',
  'DELUSION_INVOLVES_CHILD',
  'SUICIDE_PLAN_INVOLVES_CHILD',
  'ADOPTED',
  'SENSITIVE_CHILD_SERVICE',
  'STAFF_CONFLICT',
  'UNBORN',
  'PREVIOUS_REMOVAL',
] as const
export type ConcernFlag = (typeof concernFlags)[number]
