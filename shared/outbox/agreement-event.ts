import * as z from 'zod'
import { childIdSchema, localIdSchema } from '../kernel/ids.ts'
import { type AgreementClock, agreementSteps } from '../register/agreement-clock.ts'

const eventTypes = agreementSteps.map((step) => `uk.safeguarding-hub.agreement.${step}.v1` as const)

/**
 * What an authority's managers and leads receive of a written agreement: `agreement.ending` before its end,
 * `agreement.overdue` after it, while nobody has said that it was kept, broken or extended. Ids and dates only.
 */
export const agreementEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({
      description: 'One an agreement, end and type: drop what you have already seen',
    }),
    source: z.url(),
    type: z.enum(eventTypes),
    subject: childIdSchema,
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    dataref: z.url().meta({ description: 'The chronology, where what was agreed is read' }),
    data: z.strictObject({
      childId: childIdSchema,
      agreementId: localIdSchema.meta({ description: 'Your own id of the agreement' }),
      endsOn: z.iso.date(),
    }),
  })
  .meta({ id: 'WrittenAgreementEvent' })

/** The envelope for one agreement and what is told of it. `apiUrl` is the API's public address with its stage. */
export const agreementEvent = (
  { childId, agreementId, endsOn, step }: AgreementClock,
  { apiUrl, now }: { readonly apiUrl: string; readonly now: Date },
): z.infer<typeof agreementEventSchema> =>
  agreementEventSchema.parse({
    specversion: '1.0',
    id: `agreement#${childId}#${agreementId}#${endsOn}#${step}`,
    source: apiUrl,
    type: `uk.safeguarding-hub.agreement.${step}.v1`,
    subject: childId,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    dataref: `${apiUrl}/children/${childId}/chronology`,
    data: { childId, agreementId, endsOn },
  })
