import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type AuthorityCode, authorityCodeSchema } from '../agencies/authorities.ts'
import { londonDay } from '../calendar/london-day.ts'
import { alertIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import type { OutboxMessage } from './outbox-message.ts'

/** The most alerts that one digest lists: marking them sent, with an audit entry each, is one transaction. */
export const mostInDigest = 40

const dataSchema = z
  .strictObject({
    alerts: z
      .array(z.strictObject({ alertId: alertIdSchema, version: z.int().min(1) }))
      .max(mostInDigest)
      .meta({ description: 'Empty where the checkpoint alone is told' }),
    checkpoint: z.string().optional().meta({
      description:
        'The newest signed size and root of the audit log, a C2SP signed note. Keep it: whoever holds it can tell whether the log was written anew since',
    }),
  })
  .refine(({ alerts, checkpoint }) => alerts.length > 0 || checkpoint !== undefined, {
    error: 'tells of alerts, or of the checkpoint',
  })

/** What an authority's queue receives once a day: alerts of early help, as ids and versions; and with none of them the checkpoint alone. */
export const digestEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({
      description:
        'Made from the list, or where it is empty from the day: the same again is the same event',
    }),
    source: z.url(),
    type: z.literal('uk.safeguarding-hub.alert.digest.v1'),
    subject: authorityCodeSchema,
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    dataref: z.url().meta({ description: 'Where your alerts are listed, with a token' }),
    data: dataSchema,
  })
  .meta({ id: 'DigestEvent' })

/** The envelope for the messages of one authority. `apiUrl` is the API's public address with its stage. */
export const digestEvent = (
  authority: AuthorityCode,
  messages: readonly OutboxMessage[],
  {
    apiUrl,
    now,
    checkpoint,
  }: {
    readonly apiUrl: string
    readonly now: Date
    readonly checkpoint?: string | undefined
  },
): z.infer<typeof digestEventSchema> => {
  const alerts = messages.map(({ recordId, recordVersion }) => ({
    alertId: recordId,
    version: recordVersion,
  }))
  const told = alerts.length === 0 ? [authority, londonDay(now)] : alerts
  return digestEventSchema.parse({
    specversion: '1.0',
    id: `digest#${createHash('sha256').update(JSON.stringify(told)).digest('hex')}`,
    source: apiUrl,
    type: 'uk.safeguarding-hub.alert.digest.v1',
    subject: authority,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    dataref: `${apiUrl}/alerts`,
    data: { alerts, ...present({ checkpoint }) },
  })
}
