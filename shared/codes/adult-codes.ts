/** What an adult is said to be to the abuse that is told of. */
export const adultRoles = ['VICTIM', 'ALLEGED_PERPETRATOR', 'UNKNOWN'] as const

/** How near an adult is to the children. */
export const contactLevels = [
  'NONE',
  'OCCASIONAL',
  'WEEKLY',
  'OVERNIGHT',
  'RESIDENT',
  'UNKNOWN',
] as const

/** An answer on a form. */
export const yesNoUnknown = ['YES', 'NO', 'UNKNOWN'] as const
