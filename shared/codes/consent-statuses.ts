import { keysOf } from '../kernel/keys-of.ts'

type StatusRow = {
  /** The subject said no, or no longer says yes. */
  readonly isRefusal: boolean
}

/** What became of asking the subject for consent. */
export const consentStatuses = {
  GIVEN: { isRefusal: false },
  REFUSED: { isRefusal: true },
  WITHDRAWN: { isRefusal: true },
  NOT_SOUGHT: { isRefusal: false },
  LACKS_CAPACITY: { isRefusal: false },
} as const satisfies Record<string, StatusRow>
export type ConsentStatus = keyof typeof consentStatuses

export const consentStatusNames = keysOf(consentStatuses)
