import { type Agency, isServedOn } from '../agencies/directory.ts'
import { escalationsOfAgency } from '../agencies/queues.ts'
import { londonDay } from '../calendar/london-day.ts'
import { concernIdSchema } from '../kernel/ids.ts'
import { parsedJson } from '../kernel/parsed-json.ts'
import { type ChangeEvent, changeEventSchema } from '../outbox/change-event.ts'
import type { OutboxMessage } from '../outbox/outbox-message.ts'
import { type Outgoing, type PushDeps, type PushResult, pushOrEnqueue } from './push-or-enqueue.ts'

/** A message for the system of an agency, as its queue hands it out. */
export type HandedOutChange = Outgoing & { readonly agency: string }

export type DeliverChangeDeps = PushDeps & {
  readonly readAgency: (key: string) => Promise<Agency | undefined>
}

export type DeliverChangeResult =
  | ((PushResult | { readonly kind: 'ended' }) & { readonly concernId: string })
  | { readonly kind: 'unreadable' }

/** The agency’s lead is told which concern it is. By the second in which its message was sent, so that each is told of once. */
const undelivered = (
  { agency, sentAt }: HandedOutChange,
  { data: { concernId } }: ChangeEvent,
  now: Date,
): OutboxMessage => ({
  recordId: concernId,
  recordVersion: Math.floor(sentAt.getTime() / 1000),
  to: escalationsOfAgency(agency),
  type: 'concern.undelivered',
  urgency: 'routine',
  concernId: concernIdSchema.parse(concernId),
  status: 'PENDING',
  createdAt: now.toISOString(),
})

/** Takes one message to the system of its agency. It holds a concern's id and discloses nothing, so no entry stands before it. */
export const deliverChange = async (
  message: HandedOutChange,
  deps: DeliverChangeDeps,
): Promise<DeliverChangeResult> => {
  const event = changeEventSchema.safeParse(parsedJson(message.text)).data
  if (event === undefined) {
    await deps.setAside(message)
    return { kind: 'unreadable' }
  }
  const agency = await deps.readAgency(message.agency)
  const now = deps.now()
  const { concernId } = event.data
  // What waited when its agency ended leaves no more: nobody there is to hear of these families.
  if (agency !== undefined && !isServedOn(agency, londonDay(now)))
    return { kind: 'ended', concernId }
  const pushed = await pushOrEnqueue(
    { message, id: event.id, body: message.text, now },
    agency?.delivery,
    { ...deps, undelivered: () => undelivered(message, event, now) },
  )
  return { ...pushed, concernId }
}
