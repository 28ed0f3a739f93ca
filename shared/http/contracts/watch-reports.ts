import * as z from 'zod'
import { contestedAlertSchema } from '../../alerts/contested-alert.ts'
import {
  findingSchema,
  mostFindings,
  tickCodes,
  watchReportSchema,
} from '../../audit/watching/watch-report.ts'
import { unagreedSchema } from '../../outbox/unagreed-event.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, conflicts, guardedProblems, notFound } from './answers.ts'
import { ifMatch } from './parts.ts'

const { total, isCut } = watchReportSchema.shape

const watchReportViewSchema = z
  .strictObject({
    day: z.iso.date(),
    state: z.enum(['MADE', 'NOT_MADE']).meta({
      description: 'Whether the day has been looked at; it is, from seven the next morning',
    }),
    findings: z.array(findingSchema.meta({ id: 'Finding' })),
    total,
    isCut,
    unagreed: unagreedSchema.optional().meta({
      description:
        'For the partnership lead: how often each service told each authority on the day although nothing was agreed',
    }),
    contested: z
      .array(contestedAlertSchema.meta({ id: 'ContestedAlert' }))
      .optional()
      .meta({
        description:
          'For the partnership lead: alerts whose answer, or whose silence, is contested as high as the partnership, as things stand, those due first',
      }),
  })
  .meta({ id: 'WatchReport' })

export const readWatchReportContract = {
  summary: 'What of one day’s use of the hub in your organisation its lead should look at',
  action: 'watch.read',
  needsPractitioner: true,
  query: z.strictObject({ day: z.iso.date().meta({ description: 'A day in London' }) }),
  answers: {
    200: {
      description: 'By stated rules, a finding each; the ETag is the version to tick',
      schema: watchReportViewSchema,
      headers: ['ETag'],
    },
    ...guardedProblems,
  },
} as const satisfies Contract

export const tickFindingContract = {
  summary: 'Say that you have looked at a finding; never at one about yourself',
  action: 'watch.tick',
  needsPractitioner: true,
  headers: ifMatch,
  body: z
    .strictObject({
      day: z.iso.date().meta({ description: 'That of the report' }),
      finding: z.int().min(1).max(mostFindings).meta({ description: 'Its `number`' }),
      how: z.enum(tickCodes).meta({
        description: 'EXPLAINED: there is a reason; TAKEN_UP: it is being gone into',
      }),
    })
    .meta({ id: 'Tick' }),
  answers: {
    200: { description: 'The report with it', schema: watchReportViewSchema, headers: ['ETag'] },
    ...guardedProblems,
    ...bodyProblems,
    ...notFound,
    ...conflicts,
  },
} as const satisfies Contract
