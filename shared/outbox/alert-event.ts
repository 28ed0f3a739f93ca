import * as z from 'zod'
import { challengeLevels } from '../codes/challenge-levels.ts'
import { chased } from '../codes/chase-steps.ts'
import { reminderDays, urgencies } from '../codes/response-times.ts'
import { keysOf } from '../kernel/keys-of.ts'
import { present } from '../kernel/present.ts'
import { deliveredShape } from './delivered-event.ts'
import { type EmergencyEvent, emergencyEvent, isOfEmergency } from './emergency-event.ts'
import { type MessageType, messageTypes, type OutboxMessage } from './outbox-message.ts'
import { type OverdueEvent, overdueEvent } from './overdue-event.ts'
import { type QuarantineEvent, quarantineEvent } from './quarantine-event.ts'
import { type TestEvent, testEvent } from './test-event.ts'
import { wireType } from './wire-type.ts'

const reviewTypes = ['review.raised', 'review.overdue'] as const satisfies readonly MessageType[]
const isOfReview = (type: MessageType): type is (typeof reviewTypes)[number] =>
  reviewTypes.some((each) => each === type)

const concernTypes = [
  'concern.unanswered',
  'concern.undelivered',
] as const satisfies readonly MessageType[]
const isOfConcern = (type: MessageType): type is (typeof concernTypes)[number] =>
  concernTypes.some((each) => each === type)

const others: readonly MessageType[] = [
  ...concernTypes,
  'alert.test',
  'row.quarantined',
  'row.overdue',
  ...reviewTypes,
]
const alertTypes = messageTypes.filter((type) => !others.includes(type) && !isOfEmergency(type))

type Parts<Id, Type, Data> = { readonly id: Id; readonly type: Type; readonly data: Data }

/** The attributes in the order in which they are sent. */
const envelope = <Id extends z.ZodType, Type extends z.ZodType, Data extends z.ZodType>({
  id,
  type,
  data,
}: Parts<Id, Type, Data>) =>
  z.strictObject({
    specversion: z.literal('1.0'),
    id,
    source: z.url(),
    type,
    subject: z.uuid().meta({ description: 'Id of the alert, the concern or the review' }),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    dataref: z.url().meta({ description: 'Where the content is read, with a token' }),
    data,
  })
const urgencySchema = z.enum(urgencies).meta({ description: 'How soon somebody must look' })

/**
 * What a queue of an authority or of the partnership lead receives: a CloudEvents 1.0 envelope in `reference` mode. No
 * personal data: the content is behind `dataref`, by an authenticated read that is logged first. Only what is sealed to an
 * authority's key, or pushed to its receiver, holds the content too.
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export const alertEventSchema = envelope({
  id: z.string().meta({ description: 'alertId#version: drop what you have already seen' }),
  type: wireType(alertTypes),
  data: z.strictObject({
    alertId: z.uuid(),
    version: z.int().min(1),
    kind: z.string().optional().meta({ description: 'The alert’s kind' }),
    urgency: urgencySchema,
    tells: z.enum(chased).optional().meta({ description: 'Whom to tell' }),
    level: z.enum(challengeLevels).optional().meta({ description: 'Who decides again' }),
    reminder: z.enum(keysOf(reminderDays)).optional().meta({ description: 'What is due now' }),
    ...deliveredShape,
  }),
}).meta({ id: 'AlertEvent' })

/**
 * What the queue of a sender's lead receives: that nobody has answered a concern of the agency in time, or that the agency's own
 * system does not take what it is told. It names the
 * concern alone: how many alerts there are, and whose, is not for its sender to know.
 */
export const concernEventSchema = envelope({
  id: z.string().meta({ description: 'concernId#time: drop what you have already seen' }),
  type: wireType(concernTypes),
  data: z.strictObject({ concernId: z.uuid(), urgency: urgencySchema }),
}).meta({ id: 'ConcernEvent' })

/**
 * What whoever is asked receives, or a lead where nobody has answered: that there is a review, and what kind of question
 * it is. The question itself is behind `dataref`.
 */
export const reviewEventSchema = envelope({
  id: z.string().meta({ description: 'reviewId#version: drop what you have already seen' }),
  type: wireType(reviewTypes),
  data: z.strictObject({
    reviewId: z.uuid(),
    version: z.int().min(1),
    kind: z.string().optional().meta({ description: 'What is asked' }),
    urgency: urgencySchema,
  }),
}).meta({ id: 'ReviewEvent' })

type ReviewEvent = z.infer<typeof reviewEventSchema>
type AlertEvent = z.infer<typeof alertEventSchema>
type ConcernEvent = z.infer<typeof concernEventSchema>

const framed = ({ createdAt }: OutboxMessage, apiUrl: string) => ({
  specversion: '1.0',
  source: apiUrl,
  time: createdAt,
  datacontenttype: 'application/json',
})

/** The envelope of a message about an alert. `apiUrl` is the API's public address with its stage. */
export const alertEvent = (message: OutboxMessage, apiUrl: string): AlertEvent => {
  const { recordId, recordVersion: version, type, urgency } = message
  const { kind, tells, level, reminder } = message
  return alertEventSchema.parse({
    ...framed(message, apiUrl),
    id: `${recordId}#${version}`,
    type,
    subject: recordId,
    dataref: `${apiUrl}/alerts/${recordId}`,
    data: {
      alertId: recordId,
      version,
      urgency,
      ...present({ kind, tells, level, reminder }),
    },
  })
}

const concernEvent = (message: OutboxMessage, apiUrl: string): ConcernEvent => {
  const { concernId, type, urgency, createdAt } = message
  return concernEventSchema.parse({
    ...framed(message, apiUrl),
    id: `${concernId}#${createdAt}`,
    type,
    subject: concernId,
    dataref: `${apiUrl}/concerns/${concernId}`,
    data: { concernId, urgency },
  })
}

const reviewEvent = (message: OutboxMessage, apiUrl: string): ReviewEvent => {
  const { recordId, recordVersion: version, type, urgency, kind } = message
  return reviewEventSchema.parse({
    ...framed(message, apiUrl),
    id: `${recordId}#${version}`,
    type,
    subject: recordId,
    dataref: `${apiUrl}/reviews/${recordId}`,
    data: { reviewId: recordId, version, urgency, ...present({ kind }) },
  })
}

/** The envelope of any message. */
export const eventOf = (
  message: OutboxMessage,
  apiUrl: string,
):
  | AlertEvent
  | ConcernEvent
  | ReviewEvent
  | TestEvent
  | EmergencyEvent
  | QuarantineEvent
  | OverdueEvent => {
  if (message.type === 'row.quarantined') return quarantineEvent(message, apiUrl)
  if (message.type === 'row.overdue') return overdueEvent(message, apiUrl)
  if (isOfEmergency(message.type)) return emergencyEvent(message, apiUrl)
  if (message.type === 'alert.test') return testEvent(message, apiUrl)
  if (isOfConcern(message.type)) return concernEvent(message, apiUrl)
  return isOfReview(message.type) ? reviewEvent(message, apiUrl) : alertEvent(message, apiUrl)
}
