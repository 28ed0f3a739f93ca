import * as z from 'zod'
import { urgencies } from '../codes/response-times.ts'
import { present } from '../kernel/present.ts'
import type { OutboxMessage } from './outbox-message.ts'

/**
 * What the partnership lead receives when something of immediate danger fails again and again, or cannot be read at all: that
 * there is something, and by which id the operator finds it. Nothing is read for it by the API.
 */
export const quarantineEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({ description: 'quarantineId#version: drop what you have already seen' }),
    source: z.url(),
    type: z.literal('uk.safeguarding-hub.row.quarantined.v1'),
    subject: z.uuid().meta({ description: 'By which the operator finds it: tell them' }),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    data: z.strictObject({
      quarantineId: z.uuid(),
      version: z.int().min(1),
      kind: z.string().optional().meta({ description: 'What waits: an assessment, a message, …' }),
      urgency: z.enum(urgencies),
      authority: z.string().optional().meta({ description: 'Whose it is, where that is known' }),
    }),
  })
  .meta({ id: 'RowQuarantinedEvent' })
export type QuarantineEvent = z.infer<typeof quarantineEventSchema>

/** The envelope of one. `apiUrl` is the API's public address with its stage. */
export const quarantineEvent = (message: OutboxMessage, apiUrl: string): QuarantineEvent => {
  const { recordId, recordVersion: version, kind, urgency, authority, createdAt } = message
  return quarantineEventSchema.parse({
    specversion: '1.0',
    id: `${recordId}#${version}`,
    source: apiUrl,
    type: 'uk.safeguarding-hub.row.quarantined.v1',
    subject: recordId,
    time: createdAt,
    datacontenttype: 'application/json',
    data: { quarantineId: recordId, version, urgency, ...present({ kind, authority }) },
  })
}
