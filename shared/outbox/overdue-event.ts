import * as z from 'zod'
import { urgencies } from '../codes/response-times.ts'
import type { OutboxMessage } from './outbox-message.ts'

/**
 * What the partnership lead receives, once a day and of immediate danger apart, while something in the hub waits past the time
 * within which it is attended to: that there is such a thing. Which, the operator's command says; nothing is read for it by the API.
 */
export const overdueEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({ description: 'One a day and urgency: drop what you have already seen' }),
    source: z.url(),
    type: z.literal('uk.safeguarding-hub.row.overdue.v1'),
    subject: z.uuid(),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    data: z.strictObject({
      kind: z.string().meta({ description: 'What of it is the most urgent: an assessment, …' }),
      urgency: z.enum(urgencies),
    }),
  })
  .meta({ id: 'RowOverdueEvent' })
export type OverdueEvent = z.infer<typeof overdueEventSchema>

/** The envelope of one. `apiUrl` is the API's public address with its stage. */
export const overdueEvent = (
  { recordId, recordVersion, kind, urgency, createdAt }: OutboxMessage,
  apiUrl: string,
): OverdueEvent =>
  overdueEventSchema.parse({
    specversion: '1.0',
    id: `${recordId}#${recordVersion}`,
    source: apiUrl,
    type: 'uk.safeguarding-hub.row.overdue.v1',
    subject: recordId,
    time: createdAt,
    datacontenttype: 'application/json',
    data: { kind, urgency },
  })
