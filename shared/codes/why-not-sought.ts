import { keysOf } from '../kernel/keys-of.ts'

type Row = {
  /** One that the law or the form recognises. */
  readonly isReal: boolean
  /** Somebody is at risk if the parent learns of it: the parent is not told. */
  readonly isOfRisk: boolean
}

const ofRisk = { isReal: true, isOfRisk: true } as const
const other = { isReal: true, isOfRisk: false } as const

/** The reasons a practitioner may give for not having asked for consent. */
export const whyNotSought = {
  RISK_TO_CHILD: ofRisk,
  RISK_TO_ANOTHER: ofRisk,
  PREJUDICES_INVESTIGATION: ofRisk,
  DELAY_HARMS: other,
  CANNOT_BE_GIVEN: other,
  NOT_REASONABLY_OBTAINABLE: other,
  NO_REASON: { isReal: false, isOfRisk: false },
} as const satisfies Record<string, Row>
export type WhyNotSought = keyof typeof whyNotSought

export const whyNotSoughtReasons = keysOf(whyNotSought)

/** Whether a reason was given that the law or the form recognises. */
export const isRealReason = (reason: WhyNotSought | undefined): boolean =>
  reason !== undefined && whyNotSought[reason].isReal
