import type { AuthorityCode } from '../agencies/authorities.ts'
import type { Authority } from '../agencies/directory.ts'
import { escalationsOf } from '../agencies/queues.ts'
import type { AuditEntry, Recorder } from '../audit/audit-entry.ts'
import type { Clock } from '../kernel/clock.ts'
import { present } from '../kernel/present.ts'
import { type Arriving, alertOfEvent, readArriving } from '../outbox/delivered-event.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { isGivenUp, secondsUntilNext } from '../outbox/push-attempts.ts'
import {
  type ContentToDeliverDeps,
  contentToDeliver,
  type ToDeliver,
} from './content-to-deliver.ts'

/** A message of an authority’s, as its queue hands it out. */
export type HandedOut = {
  readonly authority: AuthorityCode
  readonly text: string
  readonly sentAt: Date
  /** Which time it is handed out, from 1. */
  readonly attempt: number
  /** By which its queue knows this time. */
  readonly receipt: string
}

/** What came of a push: a status of the receiver’s, or why there was none. */
export type Pushed = { readonly status: number } | { readonly why: string }

export type DeliverMessageDeps = ContentToDeliverDeps & {
  readonly readAuthority: (code: AuthorityCode) => Promise<Authority | undefined>
  readonly record: (entries: readonly AuditEntry[]) => Promise<void>
  readonly recorder: (now: Date) => Recorder
  readonly push: (
    receiver: { readonly url: string; readonly certificate?: string | undefined },
    message: { readonly id: string; readonly body: string; readonly now: Date },
  ) => Promise<Pushed>
  /** Puts it where the authority’s own system fetches. */
  readonly enqueue: (code: AuthorityCode, body: string) => Promise<void>
  /** Lets the message be handed out again after so many seconds. */
  readonly postpone: (message: HandedOut, seconds: number) => Promise<void>
  /** Keeps it with the dead letters. */
  readonly setAside: (message: HandedOut) => Promise<void>
  /** Lets the authority’s managers and leads be told, once. */
  readonly escalate: (message: OutboxMessage) => Promise<void>
  readonly now: Clock
  readonly random: () => number
}

type Left = { readonly left: ToDeliver; readonly alertId?: string }
export type DeliverMessageResult =
  | ({ readonly kind: 'delivered' } & Left)
  | ({ readonly kind: 'postponed' | 'given-up'; readonly pushed: Pushed } & Left)
  | { readonly kind: 'unreadable' }

const isTaken = (pushed: Pushed): boolean =>
  'status' in pushed && pushed.status >= 200 && pushed.status < 300

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

type Failed = {
  readonly message: HandedOut
  readonly event: Arriving
  readonly now: Date
}

/** Tries again later; after a day people are told, and the message is kept. The alert itself stands in the API’s inbox all the while. */
const afterFailure = async (
  { message, event, now }: Failed,
  deps: DeliverMessageDeps,
): Promise<'postponed' | 'given-up'> => {
  const { sentAt, attempt } = message
  if (!isGivenUp(sentAt, now)) {
    const wait = secondsUntilNext(attempt, { sentAt, now, random: deps.random() })
    await deps.postpone(message, wait)
    return 'postponed'
  }
  const told = undelivered(message, event, now)
  if (told !== undefined) await deps.escalate(told)
  await deps.setAside(message)
  return 'given-up'
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
  if (delivery?.url === undefined) {
    await deps.enqueue(code, left.body)
    return { kind: 'delivered', ...said }
  }
  const receiver = { url: delivery.url, certificate: delivery.certificate }
  const pushed = await deps.push(receiver, { id: event.id, body: left.body, now })
  if (isTaken(pushed)) return { kind: 'delivered', ...said }
  return { kind: await afterFailure({ message, event, now }, deps), pushed, ...said }
}
