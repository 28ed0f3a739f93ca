import { keysOf } from '../kernel/keys-of.ts'

type Row = {
  readonly label: string
  /** Recorded as a contact and nothing more: nobody takes the family on. */
  readonly endsInvolvement: boolean
  /** Whoever decides it must have read the prior alerts about the same children (F7). */
  readonly needsPriorAlertsRead: boolean
  /** It cannot be given without the reason for it. */
  readonly needsReason: boolean
}

const takenOn = { endsInvolvement: false, needsPriorAlertsRead: false, needsReason: false } as const

/**
 * What children's social care decided, as a closed list in words a referrer can act on. A contact is never shown as a
 * referral: the label says which it was.
 */
export const outcomes = {
  NO_FURTHER_ACTION: {
    label: 'No further action: recorded as a contact',
    endsInvolvement: true,
    needsPriorAlertsRead: true,
    needsReason: true,
  },
  ADVICE_GIVEN: { ...takenOn, label: 'Advice given: recorded as a contact', endsInvolvement: true },
  EARLY_HELP: { ...takenOn, label: 'Passed to early help' },
  ASSESSMENT: { ...takenOn, label: 'Accepted as a referral: assessment under section 17' },
  SECTION_47: { ...takenOn, label: 'Accepted as a referral: enquiry under section 47' },
  ALREADY_OPEN: {
    ...takenOn,
    label: 'The family already has an allocated worker, who has been told',
  },
} as const satisfies Record<string, Row>
export type OutcomeCode = keyof typeof outcomes

export const outcomeCodes = keysOf(outcomes)

export const endsInvolvement = (code: OutcomeCode): boolean => outcomes[code].endsInvolvement
