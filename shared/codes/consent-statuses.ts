export const consentStatuses = [
  'GIVEN',
  'REFUSED',
  'WITHDRAWN',
  'NOT_SOUGHT',
  'LACKS_CAPACITY',
] as const
export type ConsentStatus = (typeof consentStatuses)[number]

/** The reasons a practitioner may give for not having asked. The first three are risk reasons. */
export const whyNotSoughtReasons = [
  'RISK_TO_CHILD',
  'RISK_TO_ANOTHER',
  'PREJUDICES_INVESTIGATION',
  'DELAY_HARMS',
  'CANNOT_BE_GIVEN',
  'NOT_REASONABLY_OBTAINABLE',
  'NO_REASON',
] as const
export type WhyNotSought = (typeof whyNotSoughtReasons)[number]
