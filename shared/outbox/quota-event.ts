import * as z from 'zod'
import { type DayCounts, overQuotaIn, quotaKinds } from '../codes/quotas.ts'

/** What the partnership lead receives once a day of a client that does more than it may: counts, and no person. */
export const quotaEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({ description: 'One a client and day: drop what you have already seen' }),
    source: z.url(),
    type: z.literal('uk.safeguarding-hub.quota.exceeded.v1'),
    subject: z.string().meta({ description: 'The client' }),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    data: z.strictObject({
      clientId: z.string(),
      agencyName: z.string(),
      day: z.iso.date(),
      over: z
        .array(
          z.strictObject({
            kind: z.enum(quotaKinds),
            count: z.int().min(1).meta({ description: 'When this was sent; it may have grown' }),
            quota: z.int().min(0),
          }),
        )
        .min(1),
    }),
  })
  .meta({ id: 'QuotaExceededEvent' })

/** What one client did on one day in London, an ISO date. */
export type ClientDay = {
  readonly clientId: string
  readonly day: string
  readonly agencyName: string
  readonly counts: DayCounts
}

/** The envelope for one client and day. `apiUrl` is the API's public address with its stage. */
export const quotaEvent = (
  { clientId, day, agencyName, counts }: ClientDay,
  { apiUrl, now }: { readonly apiUrl: string; readonly now: Date },
): z.infer<typeof quotaEventSchema> =>
  quotaEventSchema.parse({
    specversion: '1.0',
    id: `quota#${clientId}#${day}`,
    source: apiUrl,
    type: 'uk.safeguarding-hub.quota.exceeded.v1',
    subject: clientId,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    data: { clientId, agencyName, day, over: overQuotaIn(counts) },
  })
