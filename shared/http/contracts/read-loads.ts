import * as z from 'zod'
import { loadedBySchema, registerLoadSchema } from '../../register/load.ts'
import { loadReportSchema } from '../../register/load-report.ts'
import type { Contract } from '../contract.ts'
import { guardedProblems, notFound } from './answers.ts'

const { digest, extent, phase, counts, startedAt, changedAt, appliedAt } = registerLoadSchema.shape

const counted = counts.meta({ description: 'By outcome and by note, how many records' })

const keptLoadSchema = z
  .strictObject({
    digest: digest.meta({ description: 'By which one load is read' }),
    extent,
    phase,
    counts: counted,
    compared: counted.optional(),
    standing: z.int().min(0).meta({ description: 'Open cases that the comparison met' }),
    toConfirm: z.int().min(1).optional().meta({
      description: 'It is not applied before somebody confirms that it closes so many cases',
    }),
    startedAt: startedAt.meta({ description: 'When this step of it began' }),
    changedAt: changedAt.meta({
      description: 'When its last part was done: of a step that has ended, its end',
    }),
    appliedAt: appliedAt.meta({
      description: 'When it was last applied to its end; it may have been compared again since',
    }),
    by: loadedBySchema
      .optional()
      .meta({ description: 'Who began this step: the client, and the work id of the person' }),
    report: loadReportSchema.optional().meta({
      description: 'What was wrong in the files, by code, as whoever sent the load said',
    }),
  })
  .meta({ id: 'RegisterLoadKept' })

export const listRegisterLoadsContract = {
  summary: 'List what was loaded into your register, newest first; it names nobody of the register',
  action: 'register.read',
  answers: {
    200: {
      description: 'The newest hundred; a load is kept for 400 days after its last part',
      schema: z
        .strictObject({
          items: z.array(keptLoadSchema.extend({ links: z.strictObject({ self: z.string() }) })),
          isCut: z.boolean().meta({ description: 'There are more, longer ago' }),
        })
        .meta({ id: 'RegisterLoadList' }),
    },
    ...guardedProblems,
  },
} as const satisfies Contract

export const readRegisterLoadContract = {
  summary: 'Read one load: where it is, how many of which outcome, what was wrong in its files',
  action: 'register.read',
  params: z.object({ id: digest.meta({ description: 'The digest of the load' }) }),
  answers: {
    200: { description: 'The load as it is now', schema: keptLoadSchema },
    ...guardedProblems,
    ...notFound,
  },
} as const satisfies Contract
