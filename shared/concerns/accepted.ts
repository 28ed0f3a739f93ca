import type { ConsentChange } from './consent-change.ts'
import type { StoredConcern } from './stored-concern.ts'
import { withConsent } from './with-consent.ts'
import type { RecordedWithdrawal } from './withdrawal.ts'

/** What was accepted of a concern since it was sent, whether or not it has taken effect. */
export type Accepted = {
  /** Which of them was accepted last; whatever is accepted afterwards replaces it. Undefined: nothing ever was. */
  readonly newest: string | undefined
  readonly consents: readonly ConsentChange[]
  readonly withdrawals: readonly RecordedWithdrawal[]
}

export const nothingAccepted: Accepted = { newest: undefined, consents: [], withdrawals: [] }

/** The concern with the consent that was accepted: it stands from the moment of its 202, not from when it is applied. */
export const withAcceptedConsent = (
  stored: StoredConcern,
  { consents }: Accepted,
): StoredConcern => (stored.state === 'EXPIRED' ? stored : consents.reduce(withConsent, stored))

/** As whoever reads of it sees it: with consent as accepted, and that its sender took it back, the first time. */
export const asAccepted = (stored: StoredConcern, accepted: Accepted): StoredConcern => {
  const [first] = accepted.withdrawals.toSorted((a, b) => (a.changeId < b.changeId ? -1 : 1))
  const read = withAcceptedConsent(stored, accepted)
  if (first === undefined || read.withdrawal !== undefined) return read
  return { ...read, withdrawal: { ...first.withdrawal, at: first.recordedAt } }
}
