import type { AuthorityCode } from '../agencies/authorities.ts'
import { inboxOf } from '../agencies/queues.ts'
import type { AuditEntry } from '../audit/audit-entry.ts'
import { checkpointIn } from '../audit/checkpoint.ts'
import { digestEvent } from '../outbox/digest-event.ts'
import type { SendDigestDeps } from './send-digest.ts'

export type SendCheckpointDeps = Pick<
  SendDigestDeps,
  'publish' | 'readNewestNote' | 'recorder' | 'apiUrl' | 'now'
> & {
  readonly markSent: (
    sent: { readonly authority: AuthorityCode; readonly at: string },
    entries: readonly AuditEntry[],
  ) => Promise<void>
}

/**
 * Sends the newest checkpoint to one authority, as a digest that lists nothing: so it leaves the house on a day without alerts of early
 * help too. Published first and then marked, as every message is; of one day it is the same event.
 */
export const sendCheckpoint = async (
  { authority }: { readonly authority: AuthorityCode },
  deps: SendCheckpointDeps,
): Promise<{ readonly kind: 'sent' | 'nothing-sealed' }> => {
  const checkpoint = await deps.readNewestNote()
  const size = checkpoint === undefined ? undefined : checkpointIn(checkpoint)?.size
  if (checkpoint === undefined || size === undefined) return { kind: 'nothing-sealed' }
  const now = deps.now()
  const to = inboxOf(authority)
  const event = digestEvent(authority, [], { apiUrl: deps.apiUrl, now, checkpoint })
  await deps.publish(to, JSON.stringify(event))
  const codes = { size: String(size), to }
  const entries = deps.recorder(now)('CHECKPOINT_SENT', [authority], { authority, codes })
  await deps.markSent({ authority, at: now.toISOString() }, entries)
  return { kind: 'sent' }
}
