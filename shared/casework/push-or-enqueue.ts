import type { Delivery } from '../agencies/delivery.ts'
import type { Clock } from '../kernel/clock.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { isGivenUp, secondsUntilNext } from '../outbox/push-attempts.ts'

/** A message on its last way, as its queue hands it out. */
export type Outgoing = {
  /** Whose queue it is: the code of an authority, or the place of an agency’s changes. */
  readonly queue: string
  readonly text: string
  readonly sentAt: Date
  /** Which time it is handed out, from 1. */
  readonly attempt: number
  /** By which its queue knows this time. */
  readonly receipt: string
}

/** What came of a push: a status of the receiver’s, or why there was none. */
export type Pushed = { readonly status: number } | { readonly why: string }

export type PushDeps = {
  readonly push: (
    receiver: { readonly url: string; readonly certificate?: string | undefined },
    message: { readonly id: string; readonly body: string; readonly now: Date },
  ) => Promise<Pushed>
  /** Puts it where the reader’s own system fetches. */
  readonly enqueue: (message: Outgoing, body: string) => Promise<void>
  /** Lets the message be handed out again after so many seconds. */
  readonly postpone: (message: Outgoing, seconds: number) => Promise<void>
  /** Keeps it with the dead letters. */
  readonly setAside: (message: Outgoing) => Promise<void>
  /** Lets people of the reader’s be told, once. */
  readonly escalate: (message: OutboxMessage) => Promise<void>
  readonly now: Clock
  readonly random: () => number
}

export type PushResult =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'postponed' | 'given-up'; readonly pushed: Pushed }

const isTaken = (pushed: Pushed): boolean =>
  'status' in pushed && pushed.status >= 200 && pushed.status < 300

type Sending = {
  readonly message: Outgoing
  readonly id: string
  readonly body: string
  readonly now: Date
}

type Deps = Omit<PushDeps, 'now'> & {
  /** What people are told once it is given up on; nothing where there is nothing to say. */
  readonly undelivered: () => OutboxMessage | undefined
}

/**
 * Pushes to a receiver, or puts into the queue that is fetched from where there is none. What was not taken is tried again later; after a
 * day people are told, and the message is kept: what it tells of stands in the API all the while.
 */
export const pushOrEnqueue = async (
  { message, id, body, now }: Sending,
  delivery: Delivery | undefined,
  deps: Deps,
): Promise<PushResult> => {
  if (delivery?.url === undefined) {
    await deps.enqueue(message, body)
    return { kind: 'delivered' }
  }
  const receiver = { url: delivery.url, certificate: delivery.certificate }
  const pushed = await deps.push(receiver, { id, body, now })
  if (isTaken(pushed)) return { kind: 'delivered' }
  const { sentAt, attempt } = message
  if (!isGivenUp(sentAt, now)) {
    const wait = secondsUntilNext(attempt, { sentAt, now, random: deps.random() })
    await deps.postpone(message, wait)
    return { kind: 'postponed', pushed }
  }
  const told = deps.undelivered()
  if (told !== undefined) await deps.escalate(told)
  await deps.setAside(message)
  return { kind: 'given-up', pushed }
}
