import * as z from 'zod'
import { challengeLevels } from '../codes/challenge-levels.ts'
import { chaseSteps } from '../codes/chase-steps.ts'
import { present } from '../kernel/present.ts'
import { messageTypes, type OutboxMessage } from './outbox-message.ts'

/**
 * What an authority's queue receives: a CloudEvents 1.0 envelope in `reference` mode. No personal data: the content is
 * behind `dataref`, by an authenticated read that is logged first.
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */
export const alertEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({ description: 'alertId#version: drop what you have already seen' }),
    source: z.url(),
    type: z.enum(messageTypes).transform((type) => `uk.safeguarding-hub.${type}.v1` as const),
    subject: z.uuid().meta({ description: 'The alert’s id' }),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    dataref: z.url().meta({ description: 'Where the content is read, with a token' }),
    data: z.strictObject({
      alertId: z.uuid(),
      version: z.int().min(1),
      tells: z.enum(chaseSteps).optional(),
      level: z.enum(challengeLevels).optional().meta({ description: 'Who decides again' }),
    }),
  })
  .meta({ id: 'AlertEvent' })

/** The envelope for a message. `apiUrl` is the API's public address with its stage. */
export const alertEvent = (
  message: OutboxMessage,
  apiUrl: string,
): z.infer<typeof alertEventSchema> =>
  alertEventSchema.parse({
    specversion: '1.0',
    id: `${message.alertId}#${message.alertVersion}`,
    source: apiUrl,
    type: message.type,
    subject: message.alertId,
    time: message.createdAt,
    datacontenttype: 'application/json',
    dataref: `${apiUrl}/alerts/${message.alertId}`,
    data: {
      alertId: message.alertId,
      version: message.alertVersion,
      ...present({ tells: message.tells, level: message.level }),
    },
  })
