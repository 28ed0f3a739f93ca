import * as z from 'zod'
import { authorityCodeSchema } from '../../agencies/authorities.ts'
import { localIdSchema } from '../../kernel/ids.ts'
import { flawCodes } from '../../loading/flaws.ts'
import { childSchema } from '../../register/child.ts'
import { loadSteps, registerLoadSchema } from '../../register/load.ts'
import { loadNotes, loadOutcomes } from '../../register/load-codes.ts'
import { loadReportSchema } from '../../register/load-report.ts'
import type { Contract } from '../contract.ts'
import { bodyProblems, conflicts, guardedProblems } from './answers.ts'

const mostRecords = 50
const mostIds = 500

const ids = (description: string) =>
  z.array(localIdSchema).max(mostIds).default([]).meta({ description })

const { rows } = loadReportSchema.shape

const reportSchema = loadReportSchema
  .extend({
    flaws: z
      .array(z.strictObject({ code: z.enum(flawCodes), rows }))
      .max(flawCodes.length)
      .meta({ description: 'By code, in how many rows' }),
  })
  .refine(({ flaws }) => new Set(flaws.map(({ code }) => code)).size === flaws.length, {
    error: 'each code once',
    path: ['flaws'],
  })
  .meta({
    id: 'RegisterLoadReport',
    description:
      'What was wrong in the files, in numbers alone; kept where it comes with the first part of a step',
  })

const partSchema = z
  .strictObject({
    authority: authorityCodeSchema.meta({ description: 'Must be the caller’s own' }),
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({
        description: 'SHA-256 of all that the load tells, in hex: equal content is one load',
      }),
    extent: registerLoadSchema.shape.extent.meta({
      description: 'Of a FULL load, whoever is not in it is gone; of a DELTA nobody is',
    }),
    step: z.enum(loadSteps).meta({
      description: '`compare` changes no record; `apply` follows a comparison that has ended',
    }),
    after: z
      .union([z.literal(''), localIdSchema])
      .meta({ description: 'Where the part begins: after this own id; empty at the beginning' }),
    records: z
      .array(z.strictObject({ id: localIdSchema, child: childSchema }))
      .max(mostRecords)
      .default([]),
    kept: ids('Own ids of whom the file tells and who are not loaded: they are not gone'),
    purged: ids('Own ids that the source asks to be held no longer: their cases are closed'),
    isLast: z.boolean().meta({ description: 'Nobody comes after this part' }),
    confirmed: z.int().min(0).optional().meta({
      description:
        'How many cases the load is meant to close: needed with the first part of `apply` where it would close more than a tenth',
    }),
    report: reportSchema.optional(),
  })
  .refine(
    ({ after, records, kept, purged }) =>
      [...records.map(({ id }) => id), ...kept, ...purged].every((id) => id > after),
    { error: 'only ids that come after `after`', path: ['records'] },
  )
  .refine(({ records }) => new Set(records.map(({ id }) => id)).size === records.length, {
    error: 'each child once',
    path: ['records'],
  })
  .refine(
    ({ isLast, records, kept, purged }) =>
      isLast || records.length + kept.length + purged.length > 0,
    { error: 'a part that is not the last tells of somebody', path: ['records'] },
  )
  .meta({ id: 'RegisterLoadPart' })

const counted = registerLoadSchema.shape.counts.meta({
  description: 'By outcome and by note, how many records',
})

const loadSchema = z
  .strictObject({
    digest: z.string(),
    extent: registerLoadSchema.shape.extent,
    phase: registerLoadSchema.shape.phase,
    position: z.string().meta({ description: 'Send on after this own id' }),
    counts: counted,
    compared: counted.optional(),
    standing: z.int().min(0),
  })
  .meta({ id: 'RegisterLoad' })

export const loadRegisterContract = {
  summary:
    'Compare a part of a load with your register, or apply it; the same part twice changes nothing',
  action: 'register.write',
  needsPractitioner: true,
  body: partSchema,
  answers: {
    200: {
      description:
        'How far the load is. `isDone` is false where the load is elsewhere: send on after `position`',
      schema: z
        .strictObject({
          isDone: z.boolean(),
          load: loadSchema,
          records: z
            .array(
              z.strictObject({
                id: localIdSchema,
                outcome: z.enum(loadOutcomes),
                notes: z.array(z.enum(loadNotes)),
                fields: z.array(z.string()),
              }),
            )
            .meta({ description: 'Those of which something is to be told' }),
        })
        .meta({ id: 'RegisterLoadAnswer' }),
    },
    ...guardedProblems,
    ...bodyProblems,
    409: conflicts[409],
  },
} as const satisfies Contract
