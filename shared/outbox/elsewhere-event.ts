import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type AuthorityCode, authorityCodeSchema } from '../agencies/authorities.ts'
import { type AdultId, adultIdSchema } from '../kernel/ids.ts'

/** The most records that one report lists: one entry of the log names no more. */
export const mostInReport = 24

/** What an authority's queue receives once a day: which of its own adults another authority has recorded, too. */
export const elsewhereEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z
      .string()
      .meta({ description: 'Made from the day and the list: the same again is the same event' }),
    source: z.url(),
    type: z.literal('uk.safeguarding-hub.adults.recorded-elsewhere.v1'),
    subject: authorityCodeSchema,
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    data: z.strictObject({
      adultIds: z.array(adultIdSchema).min(1).max(mostInReport).meta({
        description: 'Of your own register; read each at /adults/{id}, with a token',
      }),
    }),
  })
  .meta({ id: 'RecordedElsewhereEvent' })

/** The envelope for records of one authority. `apiUrl` is the API's public address with its stage. */
export const elsewhereEvent = (
  report: { readonly authority: AuthorityCode; readonly adultIds: readonly AdultId[] },
  { apiUrl, now }: { readonly apiUrl: string; readonly now: Date },
): z.infer<typeof elsewhereEventSchema> => {
  const { authority, adultIds } = report
  const list = JSON.stringify([now.toISOString().slice(0, 10), adultIds])
  return elsewhereEventSchema.parse({
    specversion: '1.0',
    id: `elsewhere#${createHash('sha256').update(list).digest('hex')}`,
    source: apiUrl,
    type: 'uk.safeguarding-hub.adults.recorded-elsewhere.v1',
    subject: authority,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    data: { adultIds },
  })
}
