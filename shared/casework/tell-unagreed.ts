import { escalationsOfPartnership } from '../agencies/queues.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import { type Unagreed, unagreedEvent } from '../outbox/unagreed-event.ts'
import type { RelayMessageDeps } from './relay-message.ts'

export type TellUnagreedDeps = {
  /** What was disclosed on this day without an agreement; nothing once it has been told. */
  readonly readUnagreed: (day: string) => Promise<Unagreed>
  readonly publish: RelayMessageDeps['publish']
  readonly markTold: (day: string, entries: readonly AuditEntry[]) => Promise<void>
  readonly recorder: (now: Date) => Recorder
  readonly apiUrl: string
  readonly now: Clock
}

/**
 * Tells the partnership lead once a day what was disclosed although nothing was agreed: a missing paper holds no child
 * back, and is not forgotten (policy §3). Published first and then marked, as every message is.
 */
export const tellUnagreed = async (
  { day }: { readonly day: string },
  deps: TellUnagreedDeps,
): Promise<{ readonly kind: 'told' | 'already-told' }> => {
  const disclosed = await deps.readUnagreed(day)
  if (disclosed.length === 0) return { kind: 'already-told' }
  const now = deps.now()
  const event = unagreedEvent(day, disclosed, { apiUrl: deps.apiUrl, now })
  await deps.publish(escalationsOfPartnership, JSON.stringify(event))
  const count = disclosed.reduce((sum, one) => sum + one.count, 0)
  const agencies = [...new Set(disclosed.map(({ agency }) => agency))]
  const entries = deps.recorder(now)('UNAGREED_TOLD', agencies, {
    codes: { day, count: String(count) },
  })
  await deps.markTold(day, entries)
  return { kind: 'told' }
}
