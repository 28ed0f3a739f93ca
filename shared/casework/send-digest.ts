import type { AuthorityCode } from '../agencies/authorities.ts'
import { inboxOf } from '../agencies/queues.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import { digestEvent } from '../outbox/digest-event.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import type { RelayMessageDeps } from './relay-message.ts'

/** Messages of one authority whose time has come, by their keys. */
export type Digest = {
  readonly authority: AuthorityCode
  readonly alerts: readonly Pick<OutboxMessage, 'recordId' | 'recordVersion'>[]
}

export type SendDigestDeps = {
  /** Those of them that are still pending, in their order. */
  readonly readPending: (digest: Digest) => Promise<readonly OutboxMessage[]>
  readonly publish: RelayMessageDeps['publish']
  /** Marks all of them sent with their audit entries, if all are still pending. */
  readonly markSent: (
    messages: readonly OutboxMessage[],
    entries: readonly AuditEntry[],
  ) => Promise<void>
  readonly recorder: (now: Date) => Recorder
  readonly apiUrl: string
  readonly now: Clock
}

export type SendDigestResult = { readonly kind: 'sent' | 'already-sent' }

/** Publishes one message for all, and only then marks them, as {@link relayMessage} does and for the same reason. */
export const sendDigest = async (
  digest: Digest,
  deps: SendDigestDeps,
): Promise<SendDigestResult> => {
  const messages = await deps.readPending(digest)
  if (messages.length === 0) return { kind: 'already-sent' }
  const now = deps.now()
  const { authority } = digest
  const event = digestEvent(authority, messages, { apiUrl: deps.apiUrl, now })
  await deps.publish(inboxOf(authority), JSON.stringify(event))
  const record = deps.recorder(now)
  const entries = messages.map(({ recordId, recordVersion, to }) =>
    record('ALERT_SENT', [recordId], {
      authority,
      codes: { type: 'alert.digest', version: String(recordVersion), to },
    }),
  )
  const sentAt = now.toISOString()
  await deps.markSent(
    messages.map((message) => ({ ...message, status: 'SENT', sentAt })),
    entries,
  )
  return { kind: 'sent' }
}
