import type { Key } from './item.ts'

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
export const alertKey = (alertId: string): Key => ({ pk: `ALERT#${alertId}`, sk: 'ALERT' })
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
