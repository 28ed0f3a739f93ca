import { keysOf } from '../kernel/keys-of.ts'

/**
 * What children's social care decided, as a closed list in words a referrer can act on. A contact is never shown as a
 * referral: the label says which it was.
 */
export const outcomes = {
  NO_FURTHER_ACTION: 'No further action: recorded as a contact',
  ADVICE_GIVEN: 'Advice given: recorded as a contact',
  EARLY_HELP: 'Passed to early help',
  ASSESSMENT: 'Accepted as a referral: assessment under section 17',
  SECTION_47: 'Accepted as a referral: enquiry under section 47',
  ALREADY_OPEN: 'The family already has an allocated worker, who has been told',
} as const satisfies Record<string, string>
export type OutcomeCode = keyof typeof outcomes

export const outcomeCodes = keysOf(outcomes)

/** Recorded as a contact and nothing more: nobody takes the family on. */
export const endsInvolvement = (code: OutcomeCode): boolean =>
  code === 'NO_FURTHER_ACTION' || code === 'ADVICE_GIVEN'
