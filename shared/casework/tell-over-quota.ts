import { escalationsOfPartnership } from '../agencies/queues.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import { type ClientDay, quotaEvent } from '../outbox/quota-event.ts'
import type { RelayMessageDeps } from './relay-message.ts'

/** Whose day it is. */
export type QuotaRef = Pick<ClientDay, 'clientId' | 'day'>

export type TellOverQuotaDeps = {
  /** What the client did that day; nothing once it has been told. */
  readonly readDay: (ref: QuotaRef) => Promise<Pick<ClientDay, 'agencyName' | 'counts'> | undefined>
  readonly publish: RelayMessageDeps['publish']
  readonly markTold: (ref: QuotaRef, entries: readonly AuditEntry[]) => Promise<void>
  readonly recorder: (now: Date) => Recorder
  readonly apiUrl: string
  readonly now: Clock
}

/**
 * Asks the partnership lead about a client that does more in a day than it may (policy §9.9), once a day. Published first
 * and then marked, as every message is.
 */
export const tellOverQuota = async (
  { clientId, day }: QuotaRef,
  deps: TellOverQuotaDeps,
): Promise<{ readonly kind: 'told' | 'already-told' }> => {
  const found = await deps.readDay({ clientId, day })
  if (found === undefined) return { kind: 'already-told' }
  const now = deps.now()
  const event = quotaEvent({ clientId, day, ...found }, { apiUrl: deps.apiUrl, now })
  await deps.publish(escalationsOfPartnership, JSON.stringify(event))
  const counts = event.data.over.map(({ kind, count }) => [kind, String(count)] as const)
  const codes = { day, ...Object.fromEntries(counts) }
  const entries = deps.recorder(now)('QUOTA_TOLD', [clientId], { codes })
  await deps.markTold({ clientId, day }, entries)
  return { kind: 'told' }
}
