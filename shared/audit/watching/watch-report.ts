import * as z from 'zod'
import { watchRuleIds } from './watch-rules.ts'

/** What whoever looked at a finding says of it: there is a reason; or it is taken up, outside the hub. */
export const tickCodes = ['EXPLAINED', 'TAKEN_UP'] as const
export type TickCode = (typeof tickCodes)[number]

/** The most findings that one report lists. */
export const mostFindings = 100
/** The most records that one finding names. */
export const mostAbout = 10

export const tickSchema = z.strictObject({
  how: z.enum(tickCodes),
  at: z.iso.datetime(),
  client: z.string().max(100),
  practitioner: z.string().max(64).optional(),
})

/** Ids, codes, counts and times: no name, nothing of what was seen, nothing of what was asked for and refused. */
export const findingSchema = z.strictObject({
  number: z.int().min(1).max(mostFindings),
  rule: z.enum(watchRuleIds),
  practitioner: z.string().max(64).optional().meta({ description: 'Work id of the person' }),
  clients: z
    .array(z.string().max(100))
    .max(mostAbout)
    .meta({ description: 'Systems by which it was done; empty where nobody of yours did it' }),
  isVouchedFor: z.boolean().optional().meta({
    description: 'An identity provider of the authority says that the work id is the person’s',
  }),
  count: z.int().min(1),
  first: z.iso.datetime(),
  last: z.iso.datetime(),
  about: z.array(z.string().max(120)).max(mostAbout).meta({
    description: 'Some of the records concerned, of your own register, or alerts of yours',
  }),
  tick: tickSchema.optional().meta({ description: 'Who has looked at it' }),
})
export type Finding = z.infer<typeof findingSchema>

/** A day's findings for one authority, agency, or the partnership lead. */
export const watchReportSchema = z.strictObject({
  owner: z.string().max(100),
  day: z.iso.date(),
  version: z.int().min(1),
  findings: z.array(findingSchema).max(mostFindings),
  total: z.int().min(0).meta({ description: 'All that were found; more than are listed, if many' }),
  isCut: z.boolean().optional().meta({
    description: 'More was done on the day than could be counted: counts are at least so high',
  }),
  madeAt: z.iso.datetime(),
})
export type WatchReport = z.infer<typeof watchReportSchema>

export const unticked = ({ findings }: WatchReport): number =>
  findings.filter(({ tick }) => tick === undefined).length
