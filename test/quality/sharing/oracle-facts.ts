// The facts and the codes of the page, written out and not taken from the schemas, so that a code that is lost or
// misspelt there is a difference here.

export const purposes = ['safeguarding', 'welfare', 'other'] as const
export const harms = ['H0', 'H1', 'H2', 'H3', 'H4'] as const
export const consents = [
  'GIVEN',
  'REFUSED',
  'WITHDRAWN',
  'NOT_SOUGHT',
  'LACKS_CAPACITY',
  null,
] as const
export const reasons = [
  'RISK_TO_CHILD',
  'RISK_TO_ANOTHER',
  'PREJUDICES_INVESTIGATION',
  'DELAY_HARMS',
  'CANNOT_BE_GIVEN',
  'NOT_REASONABLY_OBTAINABLE',
  'NO_REASON',
  null,
] as const
export const bodies = ['DUTY', 'OTHER'] as const
export const bands = ['CONFIRMED', 'MANY', 'POSSIBLE', 'NONE'] as const
export const flagNames = [
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
/** The factors of the census that a concern may name, in the order of the census. */
export const factorNames = [
  ...(['1A', '1B', '1C', '2A', '2B', '2C', '3A', '3B', '3C', '4A', '4B', '4C'] as const),
  ...(['5A', '5B', '5C', '6A', '6B', '6C', '7A', '8B', '8C', '8D', '8E', '8F'] as const),
  ...(['9A', '10A', '11A', '12A', '13A', '14A', '15A', '16A', '17A', '18B', '18C'] as const),
  ...(['19B', '19C', '20', '21', '22A', '23A', '24A'] as const),
] as const
/** From the least grave to the gravest of those that are not planned, then the planned ones. */
export const openStatuses = [
  null,
  'EARLY_HELP',
  'IN_NEED',
  'PROCEEDINGS',
  'LOOKED_AFTER',
  'PROTECTION_PLAN',
] as const
export const roles = ['VICTIM', 'ALLEGED_PERPETRATOR', 'UNKNOWN', null] as const

export type OracleFlag = (typeof flagNames)[number]

export type OracleFacts = {
  readonly id: string
  readonly purpose: (typeof purposes)[number]
  readonly harm: (typeof harms)[number]
  readonly consent: (typeof consents)[number]
  readonly whyNotSought: (typeof reasons)[number]
  readonly body: (typeof bodies)[number]
  readonly dutyInForce: boolean
  readonly match: (typeof bands)[number]
  readonly flags: OracleFlag[]
  readonly factors: (typeof factorNames)[number][]
  readonly openStatus: (typeof openStatuses)[number]
  readonly youngestMonths: number | null
  readonly anyAdolescent: boolean
  readonly combination: boolean
  readonly threeInThree: boolean
  readonly underWatch: boolean
  readonly knownRemoval: boolean
  readonly highRisk: boolean
  readonly protectedHousehold: boolean
  readonly subjectRole: (typeof roles)[number]
  readonly recognisedLegitimateInterestInForce: boolean
}
