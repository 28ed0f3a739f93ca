import * as z from 'zod'
import { watchRuleIds } from '../audit/watching/watch-rules.ts'

/** What a lead receives once a day where something was found that they should look at: rules and counts, and nobody's id. */
export const watchEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().meta({ description: 'One a day and reader: drop what you have already seen' }),
    source: z.url(),
    type: z.literal('uk.safeguarding-hub.use.reported.v1'),
    subject: z.iso.date(),
    time: z.iso.datetime(),
    datacontenttype: z.literal('application/json'),
    dataref: z.url().meta({ description: 'Where the findings are listed, with a lead’s token' }),
    data: z.strictObject({
      total: z.int().min(1),
      listed: z
        .array(z.strictObject({ rule: z.enum(watchRuleIds), findings: z.int().min(1) }))
        .min(1),
    }),
  })
  .meta({ id: 'UseReportedEvent' })

type Told = {
  readonly owner: string
  readonly day: string
  readonly total: number
  readonly findings: readonly { readonly rule: (typeof watchRuleIds)[number] }[]
}

/** The envelope for one report. `apiUrl` is the API's public address with its stage. */
export const watchEvent = (
  { owner, day, total, findings }: Told,
  { apiUrl, now }: { readonly apiUrl: string; readonly now: Date },
): z.infer<typeof watchEventSchema> => {
  const rules = Map.groupBy(findings, ({ rule }) => rule)
  return watchEventSchema.parse({
    specversion: '1.0',
    id: `use#${owner}#${day}`,
    source: apiUrl,
    type: 'uk.safeguarding-hub.use.reported.v1',
    subject: day,
    time: now.toISOString(),
    datacontenttype: 'application/json',
    dataref: `${apiUrl}/watch-reports?day=${day}`,
    data: {
      total,
      listed: [...rules].map(([rule, own]) => ({ rule, findings: own.length })),
    },
  })
}
