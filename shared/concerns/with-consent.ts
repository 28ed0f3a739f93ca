import { present } from '../kernel/present.ts'
import { type ConsentChange, isAsLate } from './consent-change.ts'
import type { StoredConcern } from './stored-concern.ts'

/** The concern once consent has changed, unless a change that was accepted later stands already. */
export const withConsent = (stored: StoredConcern, change: ConsentChange): StoredConcern => {
  const { changeId, changeNumber, consent } = change
  return stored.consentNow !== undefined && !isAsLate(change, stored.consentNow)
    ? stored
    : { ...stored, consentNow: { changeId, consent, ...present({ changeNumber }) } }
}
