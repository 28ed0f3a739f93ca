import { londonDay } from '../calendar/london-day.ts'
import { morningAfter } from '../calendar/working-days.ts'
import type { Urgency } from '../codes/response-times.ts'
import { type AlertId, alertIdSchema } from '../kernel/ids.ts'
import type { MessageType, OutboxMessage } from '../outbox/outbox-message.ts'
import type { Alert } from './alert.ts'
import { owedOn } from './answers/owed.ts'

/** A version of an alert that stands in the API's inbox, where nothing but its authority fetches it. */
export type UnreadRef = { readonly alertId: AlertId; readonly version: number }

/** Since when it stands there, and when somebody is woken if nobody has opened it. */
export type Unread = UnreadRef & {
  readonly urgency: Urgency
  readonly toldAt: string
  readonly ringsAt: string
}

const minute = 60_000
/** As long as a message may lie unfetched in a queue. */
const quarterOfAnHour = 15 * minute
/** A quarter past nine, from eight. */
const sinceMorning = 75 * minute

/**
 * What is due within hours that run day and night is opened within a quarter of an hour, as long as a message may lie
 * unfetched in a queue. What is due in working days: by a quarter past nine on the next one, when somebody can be telephoned.
 */
const ringsAfter = {
  immediate: (toldAt) => new Date(toldAt.getTime() + quarterOfAnHour),
  today: (toldAt) => new Date(toldAt.getTime() + quarterOfAnHour),
  routine: (toldAt) => new Date(morningAfter(londonDay(toldAt)).getTime() + sinceMorning),
} as const satisfies Record<Urgency, (toldAt: Date) => Date>

/** Messages that say what has not been read before. All others, and whatever was updated, are told to people besides, in queues of their own. */
const toBeOpened: readonly MessageType[] = ['alert.raised', 'alert.updated', 'alert.challenged']

/** What must be opened, if a message says so, that the API's inbox alone has told. */
export const unreadOf = (
  { type, recordId, recordVersion, urgency }: OutboxMessage,
  toldAt: Date,
): Unread | undefined =>
  toBeOpened.includes(type)
    ? {
        alertId: alertIdSchema.parse(recordId),
        version: recordVersion,
        urgency,
        toldAt: toldAt.toISOString(),
        ringsAt: ringsAfter[urgency](toldAt).toISOString(),
      }
    : undefined

/** What is known of whether somebody has it. */
export type Looked = {
  /** Since when this version stands in the inbox. */
  readonly toldAt?: string | undefined
  /** The version that a person opened last. A system that fetches, or lists, is none. */
  readonly seen?: number | undefined
}

/** When somebody last answered it. */
const answeredAt = ({ acknowledgement, outcome, feedback }: Alert): string =>
  [acknowledgement, outcome, feedback]
    .flatMap((answer) => answer?.at ?? [])
    .toSorted()
    .at(-1) ?? ''

/**
 * Whether somebody answered it at this version or a later one: nobody does who does not have it. Of what the release before
 * answered the clocks say so.
 */
const isAnswered = (alert: Alert, version: number, toldAt: string | undefined): boolean =>
  alert.answeredIn === undefined
    ? toldAt !== undefined && answeredAt(alert) >= toldAt
    : alert.answeredIn > version

/**
 * Whether no person of the authority has it: something is owed, none opened or answered it at this version or a later
 * one.
 */
export const isUnread = (
  { version }: UnreadRef,
  alert: Alert | undefined,
  { toldAt, seen = 0 }: Looked,
): boolean =>
  alert !== undefined &&
  owedOn(alert) !== undefined &&
  seen < version &&
  !isAnswered(alert, version, toldAt)
