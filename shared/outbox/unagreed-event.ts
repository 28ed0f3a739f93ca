import * as z from 'zod'

export const unagreedSchema = z.array(
  z.strictObject({ agency: z.string(), authority: z.string(), count: z.int().min(1) }),
)

/** What the partnership lead receives once a day, where a service told an authority with which nothing is agreed. */
export const unagreedEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({ description: 'One a day: drop what you have already seen' }),
    source: z.url(),
    type: z.literal('uk.safeguarding-hub.agreements.missing.v1'),
    subject: z.iso.date(),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    data: z.strictObject({
      disclosed: unagreedSchema,
    }),
  })
  .meta({ id: 'AgreementsMissingEvent' })

type UnagreedEvent = z.infer<typeof unagreedEventSchema>

/** How often each service told each authority on a day without an agreement in force. */
export type Unagreed = z.infer<typeof unagreedSchema>

/** The envelope for one day, an ISO date in London. `apiUrl` is the API's public address with its stage. */
export const unagreedEvent = (
  day: string,
  disclosed: Unagreed,
  { apiUrl, now }: { readonly apiUrl: string; readonly now: Date },
): UnagreedEvent => ({
  specversion: '1.0',
  id: `agreements#${day}`,
  source: apiUrl,
  type: 'uk.safeguarding-hub.agreements.missing.v1',
  subject: day,
  time: now.toISOString(),
  datacontenttype: 'application/json',
  data: { disclosed },
})
