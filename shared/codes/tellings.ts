import { keysOf } from '../kernel/keys-of.ts'

/** Who of a child's family was told that a concern came. */
export const toldPeople = {
  MOTHER: 'The mother',
  FATHER: 'The father',
  OTHER_WITH_RESPONSIBILITY: 'Somebody else with parental responsibility',
  CARER: 'Whoever cares for the child',
} as const

/** Why nobody was told. */
export const whyNotTold = {
  RISK_TO_CHILD: 'It would put the child at risk',
  RISK_TO_ANOTHER: 'It would put somebody else at risk',
  PREJUDICES_INVESTIGATION: 'It would prejudice an investigation',
  NOT_REACHED: 'They could not be reached',
  NOT_YET: 'It is still to be agreed with others how they are told',
} as const

export const toldPeopleCodes = keysOf(toldPeople)
export const whyNotToldCodes = keysOf(whyNotTold)
