import type { Guard } from '../../shared/matching/scoring/guard.ts'

/** Why a match is left to a person, as the end of a sentence. */
const words = {
  'below-threshold': 'the evidence is not enough to be sure',
  'forename-differs': 'the given names differ',
  'family-name-differs': 'one part of the family names agrees and another does not',
  'date-of-birth-differs': 'the dates of birth differ',
  'date-of-birth-weak': 'the date of birth says too little, or needs something beside it',
  'nhs-number-shared': 'the NHS number stands with several registered people',
  'nhs-number-differs': 'the NHS numbers differ',
  'nhs-number-alone': 'the NHS number is one, but the name, the date or the sex denies it',
  'name-alone': 'nothing but the name agrees',
  'one-name-only': 'only one half of the name is known',
  'possible-twin': 'it may be a twin',
  'lives-elsewhere': 'they live elsewhere',
  'shared-by-many': 'many people who are not related have the same address, telephone or mailbox',
  'household-likelier': 'somebody else of the household is likelier',
  'too-close-to-next': 'the next candidate is too close',
  'lookup-incomplete': 'the search may have missed somebody',
} as const satisfies Record<Guard, string>

export const guardInWords = (guard: Guard): string => words[guard]
