import type { AuthorityCode } from '../agencies/authorities.ts'
import type { Authority } from '../agencies/directory.ts'
import { escalationsOf } from '../agencies/queues.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import { present } from '../kernel/present.ts'
import { type Arriving, alertOfEvent, readArriving } from '../outbox/delivered-event.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import {
  type ContentToDeliverDeps,
  contentToDeliver,
  type ToDeliver,
} from './content-to-deliver.ts'
import { type Outgoing, type PushDeps, type PushResult, pushOrEnqueue } from './push-or-enqueue.ts'

/** A message of an authority’s, as its queue hands it out. */
export type HandedOut = Outgoing & { readonly authority: AuthorityCode }

export type DeliverMessageDeps = ContentToDeliverDeps &
  PushDeps & {
    readonly readAuthority: (code: AuthorityCode) => Promise<Authority | undefined>
    readonly record: (entries: readonly AuditEntry[]) => Promise<void>
    readonly recorder: (now: Date) => Recorder
  }

type Left = { readonly left: ToDeliver; readonly alertId?: string }
export type DeliverMessageResult = (PushResult & Left) | { readonly kind: 'unreadable' }

const undelivered = (
  { authority }: HandedOut,
  event: Arriving,
  now: Date,
): OutboxMessage | undefined => {
  const about = alertOfEvent(event)
  if (about === undefined) return undefined
  const { alertId: recordId, version: recordVersion, urgency, kind } = about
  return {
    recordId,
    recordVersion,
    to: escalationsOf(authority),
    type: 'alert.undelivered',
    urgency,
    authority,
    ...present({ kind }),
    status: 'PENDING',
    createdAt: now.toISOString(),
  }
}

const noSuch = (code: AuthorityCode): Authority => ({ code, name: code, key: 'unknown' })

/**
 * Takes one message to its authority: to its receiver, or into the queue that it fetches from. What is disclosed is in the log before
 * it leaves, at each attempt: a receiver that answers with an error may have read it.
 */
export const deliverMessage = async (
  message: HandedOut,
  deps: DeliverMessageDeps,
): Promise<DeliverMessageResult> => {
  const event = readArriving(message.text)
  if (event === undefined) {
    await deps.setAside(message)
    return { kind: 'unreadable' }
  }
  const { authority: code, text, attempt } = message
  const now = deps.now()
  const authority = (await deps.readAuthority(code)) ?? noSuch(code)
  const { delivery } = authority
  const by = delivery?.mode === 'push' ? 'push' : 'queue'
  const codes = { by, attempt: String(attempt) }
  const record = deps.recorder(now)
  const left = await contentToDeliver({ event, text, authority, now, record, codes }, deps)
  if (left.kind !== 'reference') await deps.record(left.entries)
  const said = { left, ...present({ alertId: alertOfEvent(event)?.alertId }) }
  const pushed = await pushOrEnqueue({ message, id: event.id, body: left.body, now }, delivery, {
    ...deps,
    undelivered: () => undelivered(message, event, now),
  })
  return { ...pushed, ...said }
}
