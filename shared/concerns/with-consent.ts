import type { ConsentChange } from './consent-change.ts'
import type { StoredConcern } from './stored-concern.ts'

/** The concern once consent has changed, unless a later change stands already; ids of changes sort by time. */
export const withConsent = (
  stored: StoredConcern,
  { changeId, consent }: ConsentChange,
): StoredConcern =>
  stored.consentNow !== undefined && stored.consentNow.changeId > changeId
    ? stored
    : { ...stored, consentNow: { changeId, consent } }
