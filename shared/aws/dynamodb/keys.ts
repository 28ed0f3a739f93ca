import type { Key } from './store.ts'

/** Every key of the register and casework tables, in one place. Ids in them are opaque; no key holds personal data. */
export const childKey = (childId: string): Key => ({ pk: `CHILD#${childId}`, sk: 'CHILD' })
export const adultKey = (adultId: string): Key => ({ pk: `ADULT#${adultId}`, sk: 'ADULT' })
/** `hash` is `<key version>#<kind of key>#<HMAC>`. */
export const indexKey = (hash: string, adultId: string): Key => ({
  pk: `BK#${hash}`,
  sk: `ADULT#${adultId}`,
})

export const concernKey = (concernId: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: 'CONCERN',
})
export const assessmentKey = (concernId: string, number: number): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: `ASSESSMENT#${String(number).padStart(4, '0')}`,
})
export const consentChangeKey = (concernId: string, changeId: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: `CONSENT#${changeId}`,
})
export const withdrawalKey = (concernId: string, changeId: string): Key => ({
  pk: `CONCERN#${concernId}`,
  sk: `WITHDRAWAL#${changeId}`,
})
export const alertKey = (alertId: string): Key => ({ pk: `ALERT#${alertId}`, sk: 'ALERT' })
export const reviewKey = (reviewId: string): Key => ({ pk: `REVIEW#${reviewId}`, sk: 'REVIEW' })
/** What people said of the matches that a model would have made by itself. */
export const trialKey = (modelVersion: string): Key => ({
  pk: `TRIAL#${modelVersion}`,
  sk: 'TRIAL',
})
/** One message a version of an alert; the sort key is constant so that the stream can be filtered on it. */
export const outboxKey = (alertId: string, version: number): Key => ({
  pk: `OUTBOX#${alertId}#${version}`,
  sk: 'OUTBOX',
})
/** A message that waits for the day's digest; its sort key keeps it from the stream's filter. */
export const digestKey = (authority: string, alertId: string, version: number): Key => ({
  pk: `DIGEST#${authority}#${alertId}#${version}`,
  sk: 'DIGEST',
})
export const chronologyKey = (childId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: 'CHRONOLOGY',
})
export const agreementKey = (agency: string, authority: string): Key => ({
  pk: `AGREEMENT#${agency}`,
  sk: `AUTHORITY#${authority}`,
})
/** That the child's household changed with this version of its record. */
export const householdChangeKey = (childId: string, version: number): Key => ({
  pk: `CHILD#${childId}`,
  sk: `HOUSEHOLD#${version}`,
})
/** An entry that the child's authority may see. Entry ids sort by when they were recorded. */
export const entryKey = (childId: string, entryId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `ENTRY#${entryId}`,
})
/** A range of keys of its own: no read of what may be seen passes over it, so neither count nor time can tell of it. */
export const withheldKey = (childId: string, entryId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `WITHHELD#${entryId}`,
})
/** Says by which entry that may be seen this one was corrected. */
export const supersededKey = (childId: string, entryId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `SUPERSEDED#${entryId}`,
})
/** An alert about a child, in the order in which they were raised. */
export const childAlertKey = (childId: string, alertId: string): Key => ({
  pk: `CHILD#${childId}`,
  sk: `ALERT#${alertId}`,
})
export const clientKey = (clientId: string): Key => ({ pk: `CLIENT#${clientId}`, sk: 'CLIENT' })
export const assertionKey = (clientId: string, jti: string): Key => ({
  pk: `JTI#${clientId}#${jti}`,
  sk: 'JTI',
})
export const idempotencyKey = (clientId: string, keyHash: string): Key => ({
  pk: `IDEM#${clientId}#${keyHash}`,
  sk: 'IDEM',
})
