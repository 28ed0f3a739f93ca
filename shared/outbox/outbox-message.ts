import * as z from 'zod'
import { authorityCodeSchema } from '../agencies/authorities.ts'
import { queueNameSchema } from '../agencies/queues.ts'
import { challengeLevels } from '../codes/challenge-levels.ts'
import { chased } from '../codes/chase-steps.ts'
import { reminderDays, urgencies } from '../codes/response-times.ts'
import { concernIdSchema } from '../kernel/ids.ts'
import { keysOf } from '../kernel/keys-of.ts'

/**
 * Why somebody is told. An authority or the partnership lead: a new alert, one not answered in time, one whose answer
 * the referrer contests, one passed on that no authority here answers for, something due later, one that its receiver has not
 * taken for a day. Leads of an authority: that one of theirs asks to read something in an emergency, that somebody elsewhere opened what is its own in an emergency. A sender's lead: a concern of its agency that nobody has answered in time, or of which its own system has not taken for a day that it changed. A test is about nothing.
 * The partnership lead: that something of immediate danger stands aside, or that something waits past its bound, for the operator.
 */
export const messageTypes = [
  'alert.raised',
  'alert.updated',
  'review.raised',
  'review.overdue',
  'alert.overdue',
  'alert.challenged',
  'alert.rerouted',
  'alert.reminder',
  'alert.undelivered',
  'concern.unanswered',
  'concern.undelivered',
  'alert.test',
  'emergency-access.asked',
  'emergency-access.approved',
  'emergency-access.overdue',
  'row.quarantined',
  'row.overdue',
] as const
export type MessageType = (typeof messageTypes)[number]

/**
 * How a message is told that is not published to an inbox. `inbox`: whoever is told polls the API's inbox, where it stands. `successor`:
 * the authority has ended, and what it had open is told to whoever took its place, by a message of its own.
 */
export const unpublished = ['inbox', 'successor'] as const

/**
 * A message waiting to leave: written in the transaction that made it true, published afterwards, marked last. It holds
 * no content, only ids and codes. `recordId` and `recordVersion` are of the alert behind it, by which a receiver drops
 * duplicates and ignores what is older; `concernId` is all that a sender's lead is told, and nobody else is told it: it joins the
 * lines of the log.
 */
export const outboxMessageSchema = z.strictObject({
  recordId: z.uuid(),
  recordVersion: z.int().min(1),
  to: queueNameSchema,
  type: z.enum(messageTypes),
  urgency: z.enum(urgencies),
  /** The authority whose alert it is, for the log. */
  authority: authorityCodeSchema.optional(),
  /** The alert's kind. */
  kind: z.string().optional(),
  concernId: concernIdSchema.optional(),
  /** Who is told of what is overdue. */
  tells: z.enum(chased).optional(),
  /** Who is to decide a contested answer again. */
  level: z.enum(challengeLevels).optional(),
  reminder: z.enum(keysOf(reminderDays)).optional(),
  /** Nothing is owed on the alert, so that it moves no more: whoever took the place of an authority that has ended is told by this message alone. */
  isOfClosed: z.literal(true).optional(),
  /** When it leaves with others in one digest; absent: at once, alone. */
  digestAt: z.iso.datetime().optional(),
  status: z.enum(['PENDING', 'SENT']),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().optional(),
  toldBy: z.enum(unpublished).optional(),
  /** When it is sent again, as long as nobody has answered it, and how often it was. */
  againAt: z.iso.datetime().optional(),
  timesAgain: z.int().min(1).optional(),
})
export type OutboxMessage = z.infer<typeof outboxMessageSchema>

/** What tells one message from another. */
export type MessageKey = Pick<OutboxMessage, 'recordId' | 'recordVersion' | 'to'>

const idNames: Readonly<Record<string, string>> = {
  review: 'reviewId',
  'emergency-access': 'recordId',
  row: 'recordId',
  'concern.undelivered': 'concernId',
}

/** By what a message is told apart in a log, and which concern is behind it. */
export const idsOfMessage = ({ type, recordId, concernId }: OutboxMessage) => ({
  concernId,
  [idNames[type] ?? idNames[type.split('.')[0] ?? ''] ?? 'alertId']: recordId,
})
