import * as z from 'zod'
import { urgencies } from '../codes/response-times.ts'
import { present } from '../kernel/present.ts'
import type { MessageType, OutboxMessage } from './outbox-message.ts'
import { wireType } from './wire-type.ts'

const emergencyTypes = [
  'emergency-access.asked',
  'emergency-access.approved',
  'emergency-access.overdue',
] as const satisfies readonly MessageType[]

export const isOfEmergency = (type: MessageType): type is (typeof emergencyTypes)[number] =>
  emergencyTypes.some((each) => each === type)

/**
 * What the leads of an authority receive when one of theirs waits for a second person; when somebody elsewhere opens what is theirs in an emergency, and the partnership lead
 * where nobody has reviewed it in time: that there is one, and no child, person or word.
 */
export const emergencyEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({ description: 'accessId#version: drop what you have already seen' }),
    source: z.url(),
    type: wireType(emergencyTypes),
    subject: z.uuid().meta({ description: 'Id of the emergency access' }),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    dataref: z.url().meta({
      description: 'Where a lead reads it, approves it at `/approval` or reviews it at `/review`',
    }),
    data: z.strictObject({
      accessId: z.uuid(),
      version: z.int().min(1),
      kind: z
        .string()
        .optional()
        .meta({ description: 'What was asked for or opened: alert or chronology' }),
      urgency: z.enum(urgencies).meta({ description: 'How soon somebody must look' }),
    }),
  })
  .meta({ id: 'EmergencyAccessEvent' })
export type EmergencyEvent = z.infer<typeof emergencyEventSchema>

/** The envelope of one. `apiUrl` is the API's public address with its stage. */
export const emergencyEvent = (message: OutboxMessage, apiUrl: string): EmergencyEvent => {
  const { recordId, recordVersion: version, type, kind, urgency, createdAt } = message
  return emergencyEventSchema.parse({
    specversion: '1.0',
    id: `${recordId}#${version}`,
    source: apiUrl,
    type,
    subject: recordId,
    time: createdAt,
    datacontenttype: 'application/json',
    dataref: `${apiUrl}/emergency-access/${recordId}`,
    data: { accessId: recordId, version, urgency, ...present({ kind }) },
  })
}
